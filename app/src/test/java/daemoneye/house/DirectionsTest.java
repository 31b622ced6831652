package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.house.wrong.HastyActor;
import daemoneye.house.wrong.LaterCaller;
import daemoneye.house.wrong.NettyUser;
import daemoneye.house.wrong.SceneViewModel;
import daemoneye.house.wrong.WireReadingView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionsTest {
    /// The first feature that needs view models; before it there may be none.
    private static final String FIRST_FEATURE = "daemoneye.app.dashboard";

    @ParameterizedTest
    @ValueSource(
            strings = {"protocol", "transport", "broker", "client", "collector", "agent", "cli"})
    void everyModuleIsLookedAt(String module) {
        assertThat(Code.all().containPackage("daemoneye.rpc." + module)).isTrue();
    }

    @Test
    void protocolKnowsTheJdkOnly() {
        Code.check(Directions.PROTOCOL_KNOWS_THE_JDK_ONLY, "daemoneye.rpc.protocol");
    }

    @Test
    void onlyTransportSeesNettyAndKryo() {
        Code.check(Directions.ONLY_TRANSPORT_SEES_NETTY_AND_KRYO, "daemoneye.rpc");
    }

    @Test
    void onlyTheAppSeesJavaFx() {
        Code.check(Directions.ONLY_APP_SEES_JAVAFX, "daemoneye.rpc");
    }

    @Test
    void viewModelsKnowNoScene() {
        Code.check(Directions.VIEW_MODELS_KNOW_NO_SCENE, FIRST_FEATURE);
    }

    @Test
    void viewsKnowTheirViewModelOnly() {
        Code.check(Directions.VIEWS_KNOW_THEIR_VIEW_MODEL_ONLY, FIRST_FEATURE);
    }

    @Test
    void oneClassCallsPlatformRunLater() {
        Code.check(Directions.ONE_WAY_TO_THE_FX_THREAD, "daemoneye.app");
    }

    @Test
    void actionsBeginAtTheGuard() {
        Code.check(Directions.ACTIONS_BEGIN_AT_THE_GUARD, "daemoneye.app");
    }

    @Test
    void packagesHaveNoCycles() {
        Code.check(Directions.NO_PACKAGE_CYCLES, "daemoneye");
    }

    @Test
    void modulesSeeOnlyWhatTheyBuildOn() {
        check("transport", "protocol");
        check("broker", "transport", "protocol");
        check("client", "transport", "protocol");
        check("collector", "client", "transport", "protocol");
        check("agent", "client", "transport", "protocol");
    }

    @Test
    void featuresOfTheWindowSeeTheClientOnly() {
        Code.check(Directions.featuresSeeTheClientOnly(), FIRST_FEATURE);
    }

    @Test
    void wrongDirectionsAreCaught() {
        assertThat(Code.catches(Directions.ONLY_TRANSPORT_SEES_NETTY_AND_KRYO, NettyUser.class))
                .isTrue();
        assertThat(Code.catches(Directions.VIEW_MODELS_KNOW_NO_SCENE, SceneViewModel.class))
                .isTrue();
        assertThat(Code.catches(Directions.VIEWS_KNOW_THEIR_VIEW_MODEL_ONLY, WireReadingView.class))
                .isTrue();
        assertThat(Code.catches(Directions.ONE_WAY_TO_THE_FX_THREAD, LaterCaller.class)).isTrue();
        assertThat(Code.catches(Directions.ACTIONS_BEGIN_AT_THE_GUARD, HastyActor.class)).isTrue();
    }

    private static void check(String module, String... known) {
        Code.check(Directions.seesOnly(module, known), "daemoneye.rpc." + module);
    }
}
