package daemoneye.app.demo.world;

import java.io.IOException;
import java.util.List;

/// Makes worlds for tours. Only the composition root knows how.
@FunctionalInterface
public interface WorldSource {
    /// A new one, whose collectors are on their way. Blocks; not for the FX thread.
    ///
    /// @param real collectors with a process of their own
    /// @param scripted collectors whose faults a tour decides
    /// @throws IOException with a sentence, if no folder can be made for it
    OwnWorld open(List<String> real, List<String> scripted) throws IOException;
}
