/** A service that runs on this machine, started by us or found running. */
export type Service = {
  /** Address without trailing slash; for PostgreSQL with user, password and database. */
  url: string;
  pid: number;
  /** Whether it was left running by an earlier process of ours. */
  adopted: boolean;
  stop(): Promise<void>;
};
