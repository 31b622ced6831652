package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.protocol.value.WireName;

/// What a socket speaks.
public enum Protocol implements WireName {
    TCP,
    TCP6,
    UDP,
    UDP6;

    public boolean isTcp() {
        return this == TCP || this == TCP6;
    }
}
