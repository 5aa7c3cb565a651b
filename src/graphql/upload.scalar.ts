import GraphQLUpload from 'graphql-upload/GraphQLUpload.mjs';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import type { GraphQLScalarType } from 'graphql';

/** A file of a GraphQL multipart request. */
export const UploadScalar: GraphQLScalarType = GraphQLUpload;
export type { FileUpload };
