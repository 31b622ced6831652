package daemoneye.app.profile;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// What choosing and changing profiles does to the rest of the console. FX thread.
public interface ProfileDoors {
    /// Leaves the present connection for this one; asks first if something would end with it.
    void connect(Profile profile);

    /// Tries a profile. Completes on the FX thread.
    CompletionStage<TestResult> test(Profile profile);

    /// Keeps the profiles for the next time.
    void remember(List<Profile> profiles);

    /// Nothing can be changed: for pictures.
    ProfileDoors NONE =
            new ProfileDoors() {
                @Override
                public void connect(Profile profile) {}

                @Override
                public CompletionStage<TestResult> test(Profile profile) {
                    return new java.util.concurrent.CompletableFuture<>();
                }

                @Override
                public void remember(List<Profile> profiles) {}
            };
}
