/** The Neo4j releases that everything is tried on: the long-term one, and the current one. */

export interface Release {
  readonly version: string;
  /** Artifacts by Maven coordinates. */
  readonly artifacts: readonly string[];
  readonly mainClass: string;
  /** Major versions of Java that it runs on. */
  readonly java: readonly number[];
  readonly flags: readonly string[];
}

const artifacts = (version: string) => [
  `org.neo4j:neo4j:${version}`,
  `org.neo4j.app:neo4j-server:${version}`,
  'org.neo4j.client:neo4j-browser:5.24.0',
];

export const RELEASES: readonly Release[] = [
  {
    version: '5.26.30',
    artifacts: artifacts('5.26.30'),
    mainClass: 'org.neo4j.server.CommunityEntryPoint',
    java: [17, 21],
    flags: [],
  },
  {
    version: '2026.08.1',
    artifacts: artifacts('2026.08.1'),
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    java: [21, 25],
    flags: ['--enable-native-access=ALL-UNNAMED', '--add-modules=jdk.incubator.vector'],
  },
];
