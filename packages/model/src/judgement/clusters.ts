export const clusterSteps = ['week', 'day', 'month'] as const;
export type ClusterStep = (typeof clusterSteps)[number];
export const clusterReplications = [99, 199, 499, 999] as const;
/** Any clusters, or only those that reach the latest step. */
export const liveness = ['any', 'latest'] as const;
export type Liveness = (typeof liveness)[number];
