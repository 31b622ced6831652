package daemoneye.app.profile;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/// What choosing and changing profiles does to the rest of the console. FX thread.
public interface ProfileDoors {
    /// Leaves the present connection for this one; asks first if something would end with it.
    void connect(Profile profile);

    /// Stays where it is and stops to wait for a connection; what is on its way is dropped.
    void giveUp();

    /// Tries a profile. Completes on the FX thread.
    ///
    /// @param givenUp ends it early
    CompletionStage<TestResult> test(Profile profile, CompletionStage<Void> givenUp);

    /// Tells of each second that passes from now on.
    ///
    /// @return ends it
    Runnable countSeconds(LongConsumer onSecond);

    /// Keeps the profiles for the next time.
    void remember(List<Profile> profiles);

    /// Nothing can be changed: for pictures.
    ProfileDoors NONE =
            new ProfileDoors() {
                @Override
                public void connect(Profile profile) {}

                @Override
                public void giveUp() {}

                @Override
                public CompletionStage<TestResult> test(
                        Profile profile, CompletionStage<Void> givenUp) {
                    return new CompletableFuture<>();
                }

                @Override
                public Runnable countSeconds(LongConsumer onSecond) {
                    return () -> {};
                }

                @Override
                public void remember(List<Profile> profiles) {}
            };
}
