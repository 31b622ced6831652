package daemoneye.house.wrong;

import io.netty.buffer.ByteBuf;

/// Breaks the rule that only transport sees Netty.
public record NettyUser(ByteBuf bytes) {}
