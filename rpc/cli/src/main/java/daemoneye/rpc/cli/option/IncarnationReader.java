package daemoneye.rpc.cli.option;

import daemoneye.rpc.protocol.id.Incarnation;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads which life of a collector is meant.
public final class IncarnationReader implements ITypeConverter<Incarnation> {
    @Override
    public Incarnation convert(String text) {
        try {
            return new Incarnation(Long.parseLong(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "\"%s\" is no incarnation: see fleet list --json".formatted(text));
        }
    }
}
