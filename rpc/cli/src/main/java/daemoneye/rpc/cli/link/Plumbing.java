package daemoneye.rpc.cli.link;

import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.wire.Wire;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What links are made of. Made when first needed: most commands need one wire or none, and
/// loading their classes is most of the time that a command takes.
///
/// @param wires a new one at every call, to be closed by the caller
/// @param random spreads the reconnects of many processes
public record Plumbing(Supplier<Wire> wires, Supplier<BodyCodec> codecs, RandomGenerator random) {}
