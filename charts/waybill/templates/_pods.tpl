{{/* Labels by which a role's pods are found: a list of the root and the role. */}}
{{- define "waybill.labels" -}}
app.kubernetes.io/name: waybill
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* The deployment of a role: a list of the root and the role, `api` or `worker`. */}}
{{- define "waybill.deployment" -}}
{{- $root := index . 0 }}
{{- $role := index . 1 }}
{{- $values := index $root.Values $role }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $root.Release.Name }}-{{ $role }}
  labels:
    {{- include "waybill.labels" . | nindent 4 }}
spec:
  replicas: {{ $values.replicas }}
  selector:
    matchLabels:
      {{- include "waybill.labels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "waybill.labels" . | nindent 8 }}
      annotations:
        # Pods start again when a setting changes.
        checksum/settings: {{ $root.Values.settings | toYaml | sha256sum }}
    spec:
      serviceAccountName: {{ $root.Values.serviceAccountName }}
      automountServiceAccountToken: false
      # Links set variables such as WAYBILL_PORT, if the release is called waybill.
      enableServiceLinks: false
      {{- with $root.Values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
        runAsGroup: 1000
        fsGroup: 1000
        seccompProfile: { type: RuntimeDefault }
      terminationGracePeriodSeconds: 60
      containers:
        - name: {{ $role }}
          image: "{{ $root.Values.image.repository }}:{{ $root.Values.image.tag | default $root.Chart.AppVersion }}"
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
          envFrom:
            - configMapRef: { name: {{ $root.Release.Name }}-settings }
            - secretRef: { name: {{ $root.Values.existingSecret }} }
          env:
            - { name: WAYBILL_ROLE, value: {{ $role }} }
          ports:
            - { name: http, containerPort: 4000 }
          # A start may wait for another one that brings the tables up to date.
          startupProbe:
            httpGet: { path: /health, port: http }
            periodSeconds: 2
            failureThreshold: 150
          livenessProbe:
            httpGet: { path: /health, port: http }
            timeoutSeconds: 5
          readinessProbe:
            httpGet: { path: /ready, port: http }
            timeoutSeconds: 5
          resources:
            {{- toYaml $values.resources | nindent 12 }}
          volumeMounts:
            - { name: temporary, mountPath: /tmp }
            - { name: data, mountPath: /data }
      volumes:
        - name: temporary
          emptyDir: { sizeLimit: {{ $root.Values.temporarySize }} }
        - name: data
          emptyDir: {}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $root.Release.Name }}-{{ $role }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "waybill.labels" . | nindent 6 }}
{{- end }}
