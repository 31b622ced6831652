package daemoneye.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.Protection;
import daemoneye.app.profile.ProfileFormViewModel.Kind;
import daemoneye.app.settings.SavedProfile;
import daemoneye.rpc.protocol.operation.Role;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

class ProfilesViewModelTest {
    private static final Profile FAR =
            new Profile(
                    "far",
                    new Where.Tcp(
                            "far.example.org",
                            7447,
                            Optional.of(Path.of("/home/kim/far.token")),
                            Optional.of(Role.OPERATOR)),
                    Hue.RED,
                    Protection.PROTECTED);
    private static final Profile SOCKET =
            new Profile(
                    "socket", new Where.Unix(Path.of("/run/b.sock")), Hue.TEAL, Protection.OPEN);

    private final Doors doors = new Doors();
    private final ProfilesViewModel model =
            new ProfilesViewModel(List.of(FAR, SOCKET), Optional.of(Profile.here()), FAR);

    @BeforeEach
    void use() {
        model.use(doors);
    }

    @Test
    void whatIsSavedIsReadAgain() {
        var all = List.of(Profile.here(), FAR, SOCKET.locked(true));

        assertThat(SavedProfiles.read(SavedProfiles.write(all))).isEqualTo(all);
    }

    @Test
    void nonsenseInTheFileCostsThatProfileOnlyAndUnknownCareIsReadOnly() {
        var saved =
                List.of(
                        saved("", "unix", 0, "/run/b.sock", "open"),
                        saved("no port", "tcp", 70_000, "", "open"),
                        saved("odd", "pigeon", 1, "", "open"),
                        saved("good", "unix", 0, "/run/b.sock", "whatever"));

        assertThat(SavedProfiles.read(saved))
                .singleElement()
                .isEqualTo(
                        new Profile(
                                "good",
                                new Where.Unix(Path.of("/run/b.sock")),
                                Hue.BLUE,
                                Protection.READ_ONLY));
        assertThat(SavedProfiles.read(List.of())).containsExactly(Profile.here());
    }

    @Test
    void theTemporaryOneIsOfferedAndNeverKept() {
        assertThat(model.offered()).containsExactly(Profile.here(), FAR, SOCKET);
        edit(SOCKET).form().hueProperty().set(Hue.GREEN);
        assertThat(editor().save()).isTrue();

        assertThat(doors.remembered).extracting(Profile::name).containsExactly("far", "socket");
    }

    @Test
    void aLockAsksTheBrokerForAViewer() {
        model.lock(true);

        assertThat(doors.connected).containsExactly(FAR.locked(true));
        assertThat(FAR.role()).contains(Role.OPERATOR);
        assertThat(FAR.locked(true).role()).contains(Role.VIEWER);
        assertThat(SOCKET.role()).isEmpty();
    }

    @Test
    void colourAndCareHoldAtOnceAnotherPlaceConnectsAnew() {
        var editor = edit(FAR);
        editor.form().hueProperty().set(Hue.GREY);
        editor.form().careProperty().set(Protection.OPEN);
        editor.save();
        assertThat(model.currentProperty().get().hue()).isEqualTo(Hue.GREY);
        assertThat(doors.connected).isEmpty();

        editor.form().portProperty().set("7448");
        editor.save();
        assertThat(doors.connected).singleElement().extracting(Profile::name).isEqualTo("far");
    }

    @ParameterizedTest
    @CsvSource({
        "'', h, 1, '', 1 to 40 characters",
        "socket, h, 1, '', another one",
        "new, ' ', 1, '', which host",
        "new, two words, 1, '', which host",
        "new, h, 0, '', whole number",
        "new, h, 65536, '', whole number",
        "new, h, x, '', whole number",
        "new, h, 1, relative.token, whole path",
    })
    void whatIsWrongIsSaidAndNothingIsKept(
            String name, String host, String port, String token, String why) {
        var editor = edit(FAR);
        editor.form().nameProperty().set(name);
        editor.form().hostProperty().set(host);
        editor.form().portProperty().set(port);
        editor.form().tokenProperty().set(token);

        assertThat(editor.save()).isFalse();
        editor.test();
        assertThat(told()).contains(why);
        assertThat(doors.tested).isEmpty();
        assertThat(model.profiles()).containsExactly(FAR, SOCKET);
    }

    @Test
    void anAnswerAboutSomethingThatWasChangedSinceIsNoAnswer() {
        var editor = edit(SOCKET);
        editor.test();
        assertThat(editor.testingProperty().get()).isTrue();
        editor.edit(FAR);
        doors.answer.complete(new TestResult(true, "Reached it."));
        assertThat(editor.toldProperty().get()).isEmpty();
        assertThat(editor.testingProperty().get()).isFalse();

        editor.test();
        assertThat(told()).isEqualTo("Reached it.");
    }

    @Test
    void aTestSaysHowLongItHasTakenAndEndsWhenNobodyWants() {
        var editor = edit(SOCKET);
        editor.test();
        assertThat(editor.secondsProperty().get()).isZero();
        doors.second.accept(3);
        assertThat(editor.secondsProperty().get()).isEqualTo(3);
        assertThat(doors.ended).isEmpty();

        editor.giveUp();
        assertThat(editor.testingProperty().get()).isFalse();
        assertThat(doors.ended).containsExactly(SOCKET);
        assertThat(told()).contains("stopped");

        doors.answer.complete(new TestResult(true, "Reached it."));
        assertThat(told()).contains("stopped");
    }

    @Test
    void typingEndsATestUnderWay() {
        var editor = edit(SOCKET);
        editor.test();
        editor.form().pathProperty().set("/run/other.sock");

        assertThat(editor.testingProperty().get()).isFalse();
        assertThat(doors.ended).containsExactly(SOCKET);
    }

    @Test
    void whoStopsToWaitIsHeard() {
        model.giveUp();
        assertThat(doors.gaveUp).isOne();
        assertThat(doors.connected).isEmpty();
    }

    @Test
    void typingTakesTheLastVerdictAway() {
        var editor = edit(SOCKET);
        doors.answer.complete(new TestResult(false, "Not reached."));
        editor.test();
        assertThat(told()).isEqualTo("Not reached.");

        editor.form().pathProperty().set("/run/other.sock");
        assertThat(editor.toldProperty().get()).isEmpty();
    }

    @Test
    void aNewOneIsAddedAndConnected() {
        var editor = edit(FAR);
        editor.add();
        editor.form().kindProperty().set(Kind.UNIX);
        editor.form().pathProperty().set("/run/new.sock");
        editor.connect();

        assertThat(model.profiles()).hasSize(3);
        assertThat(doors.connected)
                .singleElement()
                .extracting(Profile::where)
                .isEqualTo(new Where.Unix(Path.of("/run/new.sock")));
    }

    @Test
    void theOneInUseCannotBeDeleted() {
        edit(FAR).delete();
        assertThat(told()).contains("switch to another one first");
        edit(SOCKET).delete();
        assertThat(model.profiles()).containsExactly(FAR);
        assertThat(doors.remembered).containsExactly(FAR);
    }

    private ProfileEditViewModel edit(Profile profile) {
        model.manage();
        editor().edit(profile);
        return editor();
    }

    private ProfileEditViewModel editor() {
        return model.editorProperty().get().orElseThrow();
    }

    private String told() {
        return editor().toldProperty().get().orElseThrow().sentence();
    }

    private static SavedProfile saved(
            String name, String kind, int port, String path, String care) {
        return new SavedProfile(name, kind, "h", port, "", "", path, "", care);
    }

    private static final class Doors implements ProfileDoors {
        private final List<Profile> connected = new ArrayList<>();
        private final List<Profile> tested = new ArrayList<>();
        private final CompletableFuture<TestResult> answer = new CompletableFuture<>();
        private final List<Profile> ended = new ArrayList<>();
        private LongConsumer second = _ -> {};
        private int gaveUp;
        private List<Profile> remembered = List.of();

        @Override
        public void connect(Profile profile) {
            connected.add(profile);
        }

        @Override
        public CompletionStage<TestResult> test(Profile profile, CompletionStage<Void> givenUp) {
            tested.add(profile);
            givenUp.thenRun(() -> ended.add(profile));
            return answer;
        }

        @Override
        public void giveUp() {
            gaveUp++;
        }

        @Override
        public Runnable countSeconds(LongConsumer onSecond) {
            second = onSecond;
            onSecond.accept(0);
            return () -> second = _ -> {};
        }

        @Override
        public void remember(List<Profile> profiles) {
            remembered = profiles;
        }
    }
}
