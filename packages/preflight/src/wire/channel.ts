/** The largest message that Pulumi's own processes take, in bytes. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** The options of every gRPC client and server of a preview: all of them talk on loopback. */
export const CHANNEL_OPTIONS = {
  "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
  "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
  "grpc.enable_http_proxy": 0,
};
