package daemoneye.rpc.protocol.payload;

/// What a request or a response carries beside its own fields.
public sealed interface RpcPayload
        permits CapabilitiesData,
                CollectorLifecycleRequest,
                CollectorListing,
                ConfigUpdateRequest,
                DeregistrationRequest,
                EmptyPayload,
                GenericPayload,
                HealthCheckData,
                RegistrationRequest,
                ShutdownRequest,
                TaskRequest {}
