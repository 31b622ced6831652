package daemoneye.app.backend;

import daemoneye.app.profile.Profile;
import daemoneye.app.profile.TestResult;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/// Opens the backend of a profile. Only the composition root knows how.
public interface BackendSource {
    /// Blocks while brokers and agents of this process start; a link to somewhere else is on its
    /// way when this returns. Not for the FX thread.
    ///
    /// @throws IOException with a sentence that says what to do
    Backend open(Profile profile) throws IOException;

    /// How this console names itself in calls.
    default String clientId() {
        return "console";
    }

    /// Tries whether the profile leads to a broker that lets us in, and ends the try. Blocks for a
    /// few seconds at most; not for the FX thread.
    ///
    /// @param givenUp ends it at once
    TestResult test(Profile profile, CompletionStage<Void> givenUp);
}
