import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { type Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import { Faults } from './faults';
import { FakeLog } from './log';
import { uuid } from './messages';
import { Reading } from './reading';
import { Writing } from './writing';

const HOST = '127.0.0.1';
const MAX_RECEIVED_MESSAGE_BYTES = 17 * 1024 * 1024;

export interface FakeOptions {
  /** Whether the server offers batch append; without it the client appends call by call. */
  readonly batchAppend?: boolean;
}

export interface EventStoreDbFake {
  readonly url: string;
  readonly port: number;
  readonly faults: Faults;
  readonly log: FakeLog;
  /** Breaks every connection and listens on the same port again; the log stays. */
  restart(): Promise<void>;
  /** Breaks every connection and listens no more until `restart`. */
  stop(): Promise<void>;
}

/** A server on the client's own wire format that behaves as a real single node does, with its log in memory. */
export async function startEventStoreDbFake({ batchAppend = true }: FakeOptions = {}): Promise<EventStoreDbFake> {
  const faults = new Faults();
  const log = new FakeLog();
  const reading = new Reading(log, faults);
  const writing = new Writing(log, faults, reading.grown);
  let server: Server | undefined;
  let port = 0;

  async function listen(): Promise<void> {
    const next = new Server({ 'grpc.max_receive_message_length': MAX_RECEIVED_MESSAGE_BYTES });
    next.addService(StreamsService, {
      read: reading.read,
      append: writing.append,
      batchAppend: writing.batchAppend,
      delete: writing.delete,
      tombstone: writing.tombstone,
    });
    next.addService(ServerFeaturesService, {
      getSupportedMethods: (_: ServerUnaryCall<Empty, SupportedMethods>, callback: sendUnaryData<SupportedMethods>) =>
        callback(null, supportedMethods(batchAppend)),
    });
    next.addService(GossipService, {
      read: (_: ServerUnaryCall<Empty, ClusterInfo>, callback: sendUnaryData<ClusterInfo>) =>
        callback(null, oneNode(port)),
    });
    port = await new Promise<number>((resolve, reject) => {
      next.bindAsync(`${HOST}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    server = next;
  }

  function stop(): Promise<void> {
    server?.forceShutdown();
    server = undefined;
    faults.thaw();
    log.restarted();
    return Promise.resolve();
  }

  await listen();
  return {
    url: `esdb://${HOST}:${port}?tls=false`,
    port,
    faults,
    log,
    async restart() {
      await stop();
      await listen();
    },
    stop,
  };
}

function supportedMethods(batchAppend: boolean): SupportedMethods {
  const supported = new SupportedMethods();
  supported.setEventStoreServerVersion('24.2.0');
  for (const name of ['append', 'delete', 'read', 'tombstone', ...(batchAppend ? ['batchappend'] : [])]) {
    const method = new SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    supported.addMethods(method);
  }
  return supported;
}

function oneNode(port: number): ClusterInfo {
  const endPoint = new EndPoint();
  endPoint.setAddress(HOST);
  endPoint.setPort(port);
  const member = new MemberInfo();
  member.setInstanceId(uuid(crypto.randomUUID()));
  member.setTimeStamp(String(Date.now()));
  member.setState(MemberInfo.VNodeState.LEADER);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  const cluster = new ClusterInfo();
  cluster.addMembers(member);
  return cluster;
}
