package daemoneye.rpc.cli.option;

import daemoneye.rpc.protocol.operation.Role;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;

/// Reads the name of a role.
public final class RoleReader implements ITypeConverter<Role> {
    @Override
    public Role convert(String text) {
        return Role.named(text.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        ("\"%s\" is no role: use viewer, operator, admin, collector"
                                                        + " or agent")
                                                .formatted(text)));
    }
}
