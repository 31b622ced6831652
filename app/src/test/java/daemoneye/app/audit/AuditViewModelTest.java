package daemoneye.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.audit.AuditVerdict.Level;
import daemoneye.app.audit.entry.AuditRow;
import daemoneye.app.audit.entry.AuditWords;
import daemoneye.app.sample.SampleAudit;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class AuditViewModelTest {
    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedCaller caller = new ScriptedCaller();
    private final SampleAudit audit = new SampleAudit("agent-web");
    private final List<Runnable> hearing = new ArrayList<>();
    private final AuditViewModel model =
            new AuditViewModel(
                    new Calls(caller, "console@test", ticker),
                    onRing -> {
                        hearing.add(onRing);
                        return () -> hearing.remove(onRing);
                    },
                    ticker,
                    Runnable::run,
                    Runnable::run);

    @BeforeEach
    void oneAgentAnswers() {
        audit.done("kim#7/operator", "Restart", "procmond")
                .read("console-1#2/admin", "procmond")
                .failed("lee#8/viewer", "Stop", "netmond", "PERMISSION_DENIED");
        agents(audit);
    }

    private void agents(SampleAudit... agents) {
        caller.everyone(
                request ->
                        CompletableFuture.completedFuture(
                                Stream.of(agents).map(agent -> agent.answer(request)).toList()));
    }

    private void open() {
        model.show(SampleFleet.connected(true, List.of()));
        model.show(true);
    }

    @Test
    void changesAndFailuresAreListedNewestFirstEachCallOnce() {
        open();
        assertThat(what()).containsExactly("Stop netmond: failed", "Restart procmond: done");
        assertThat(model.standingProperty().get()).isEqualTo(AuditStanding.READY);
        assertThat(model.statusProperty().get()).isEqualTo("2 entries · that is all there is");
        assertThat(model.beginningOf(model.rows().getLast())).map(AuditRow::sequence).contains(2L);
    }

    @Test
    void readsAndBeginningsAreShownWhenAskedFor() {
        open();
        model.searchProperty().set("reads intents");
        ticker.advance(AuditViewModel.TYPED);
        assertThat(what())
                .containsExactly(
                        "Stop netmond: failed",
                        "HealthCheck procmond: done",
                        "Restart procmond: done",
                        "Restart procmond: begun");
    }

    @Test
    void aCallWithoutAnEndIsListedAsBegun() {
        audit.begun("kim#7/operator", "Restart", "fsmond");
        open();
        assertThat(what()).first().isEqualTo("Restart fsmond: begun");
    }

    @Test
    void nobodyIsAskedWhileThePageIsNotShown() {
        model.show(SampleFleet.connected(true, List.of()));
        ticker.advance(Duration.ofMinutes(5));
        assertThat(caller.askedEveryone()).isEmpty();

        model.show(true);
        model.show(false);
        int asked = caller.askedEveryone().size();
        ticker.advance(Duration.ofMinutes(5));
        assertThat(caller.askedEveryone()).hasSize(asked);
        assertThat(hearing).isEmpty();
    }

    @Test
    void newsComeByThemselvesAndAFloodIsOneQuestion() {
        open();
        int asked = caller.askedEveryone().size();
        audit.done("kim#7/operator", "Pause", "netmond");
        for (int ring = 0; ring < 50; ring++) {
            hearing.getFirst().run();
            ticker.advance(Duration.ofMillis(10));
        }
        ticker.advance(AuditViewModel.RING);
        assertThat(caller.askedEveryone()).hasSize(asked + 1);
        assertThat(what()).first().isEqualTo("Pause netmond: done");
    }

    @Test
    void whilePausedNothingComesUntilItGoesOn() {
        open();
        model.liveProperty().set(false);
        audit.done("kim#7/operator", "Pause", "netmond");
        hearing.getFirst().run();
        ticker.advance(Duration.ofMinutes(2));
        assertThat(what()).hasSize(2);
        assertThat(model.statusProperty().get()).endsWith("paused");

        model.liveProperty().set(true);
        assertThat(what()).hasSize(3);
    }

    @Test
    void lostNewsAreMadeUpForInTime() {
        open();
        audit.done("kim#7/operator", "Pause", "netmond");
        ticker.advance(AuditViewModel.QUIET);
        assertThat(what()).hasSize(3);
    }

    @Test
    void wordsFilterAtOnceWithoutAskingAgain() {
        open();
        int asked = caller.askedEveryone().size();
        model.searchProperty().set("actor:kim");
        assertThat(what()).containsExactly("Restart procmond: done");
        model.searchProperty().set("nothing:here");
        assertThat(model.complaintProperty().get()).contains("nothing:here");
        ticker.advance(AuditViewModel.TYPED);
        assertThat(caller.askedEveryone()).hasSize(asked);
    }

    @Test
    void anAgentOfBeforeIsAskedPlainlyAndItsReadsAreLeftOutHere() {
        agents(audit.old(), new SampleAudit("agent-db").done("kim#7/admin", "Start", "db"));
        open();
        assertThat(what())
                .containsExactlyInAnyOrder(
                        "Stop netmond: failed", "Restart procmond: done", "Start db: done");
        assertThat(caller.askedEveryone()).hasSize(2);
        assertThat(asked(caller.askedEveryone().getLast())).doesNotContainKey("changes_only");
    }

    @Test
    void aCutListIsSaidAndOlderOnesAreAskedFor() {
        many(700);
        open();
        assertThat(model.olderProperty().get()).isTrue();
        assertThat(model.rows()).hasSize(500);
        assertThat(model.statusProperty().get()).contains("500 entries", "complete back to");

        model.askOlder();
        assertThat(model.rows()).hasSize(702);
        assertThat(model.olderProperty().get()).isFalse();
    }

    @Test
    void sinceAsksUntilThatTimeIsReached() {
        many(1_200);
        open();
        model.searchProperty().set("since:2026-01-01");
        ticker.advance(AuditViewModel.TYPED);
        assertThat(model.olderProperty().get()).isFalse();
        assertThat(model.rows()).hasSize(1_202);
    }

    @Test
    void memoryIsBoundedAndThatIsSaid() {
        many(AuditBook.MOST + 600);
        open();
        for (int more = 0; more < 20; more++) {
            model.askOlder();
        }
        assertThat(model.rows()).hasSize(AuditBook.MOST);
        assertThat(model.statusProperty().get()).contains("narrow the search");
    }

    private void many(int failures) {
        IntStream.range(0, failures)
                .forEach(_ -> audit.failed("kim#7/admin", "Stop", "netmond", "COLLECTOR_BUSY"));
    }

    @ParameterizedTest
    @CsvSource({"PERMISSION_DENIED, FORBIDDEN", "DEADLINE_EXCEEDED, SILENT"})
    void whoGetsNoAnswerIsToldWhy(ErrorCode code, AuditStanding standing) {
        fail(code);
        open();
        assertThat(model.standingProperty().get()).isEqualTo(standing);
        assertThat(model.troubleProperty().get()).contains("not now", code.nextStep());
        assertThat(hearing).isEmpty();
    }

    @Test
    void whoMayNotAskDoesNotAskAgainAndAgain() {
        fail(ErrorCode.PERMISSION_DENIED);
        open();
        ticker.advance(Duration.ofMinutes(10));
        assertThat(caller.askedEveryone()).hasSize(1);
        assertThat(model.troubleProperty().get()).contains("not now. Connect with");
    }

    private void fail(ErrorCode code) {
        caller.everyone(
                _ ->
                        CompletableFuture.completedFuture(
                                List.of(
                                        new CallOutcome.Failed(
                                                RpcStatus.ERROR,
                                                RpcError.notExecuted(code, "not now"),
                                                Duration.ZERO))));
    }

    @Test
    void withoutAgentsNobodyCanBeAsked() {
        agents();
        open();
        assertThat(model.standingProperty().get()).isEqualTo(AuditStanding.NOBODY);
    }

    @Test
    void aLostLinkKeepsWhatIsHereAndItsReturnAsksAgain() {
        open();
        model.show(SampleFleet.cutOff(List.of()));
        assertThat(model.standingProperty().get()).isEqualTo(AuditStanding.NO_LINK);
        assertThat(what()).hasSize(2);
        model.verify();
        assertThat(model.verifyingProperty().get()).isFalse();

        audit.done("kim#7/operator", "Pause", "netmond");
        model.show(SampleFleet.connected(true, List.of()));
        assertThat(model.standingProperty().get()).isEqualTo(AuditStanding.READY);
        assertThat(what()).hasSize(3);
    }

    @Test
    void whatStrangersWroteIsMadeHarmless() {
        audit.failed("k\u202eim#1/admin", "Stop\u0000", "x".repeat(20_000), "A\nB");
        open();
        var row = model.rows().getFirst();
        assertThat(AuditWords.who(row)).isEqualTo("k im · admin");
        assertThat(AuditWords.what(row)).hasSizeLessThan(1_100);
        assertThat(AuditWords.more(row)).isEqualTo("A B");
    }

    @Test
    void anIntactRecordIsVerifiedWithReadsAndHeaders() {
        open();
        model.verify();
        var verdict = verdict();
        assertThat(verdict.level()).isEqualTo(Level.WHOLE);
        assertThat(verdict.headline())
                .isEqualTo("Intact: 6 entries of 2 logs chain without a break.");
        assertThat(verdict.logs())
                .extracting(AuditVerdict.LogLine::log)
                .containsExactly("agent-web", "procmond");
        assertThat(verdict.limits()).contains("Not checked", "daemoneye audit verify");
        model.forgetVerdict();
        assertThat(model.verdictProperty().get()).isEmpty();
    }

    @Test
    void anAlteredEntryIsNamed() {
        audit.alter(2, "actor", "nobody#1/admin");
        open();
        model.verify();
        assertThat(verdict().level()).isEqualTo(Level.BROKEN);
        assertThat(verdict().logs().getFirst().text())
                .contains("broken at entry 3", "was altered", "2 before it are right");
    }

    @Test
    void aMissingEntryIsNoProofAndIsSaid() {
        audit.remove(1);
        open();
        model.verify();
        assertThat(verdict().level()).isEqualTo(Level.PARTIAL);
        assertThat(verdict().logs().getFirst().text()).contains("1 was not told", "no. 2");
    }

    @Test
    void aRecordThatWasWrittenAnewBehindOurBackIsFound() {
        open();
        var forged =
                new SampleAudit("agent-web")
                        .done("lee#7/operator", "Restart", "procmond")
                        .failed("lee#8/viewer", "Stop", "netmond", "PERMISSION_DENIED");
        agents(forged);
        model.verify();
        assertThat(verdict().level()).isEqualTo(Level.BROKEN);
        assertThat(verdict().logs().getFirst().text()).contains("this window was told another");
    }

    @Test
    void aLogThatSaysItWasDamagedIsBroken() {
        audit.note("procmond", NoteKind.DAMAGED);
        open();
        assertThat(what()).first().isEqualTo("note: damaged: altered");
        model.verify();
        assertThat(verdict().level()).isEqualTo(Level.BROKEN);
        assertThat(verdict().logs().getFirst().log()).isEqualTo("procmond");
    }

    @Test
    void anOldAgentCannotProveEverythingAndThatIsSaid() {
        agents(audit.old());
        open();
        model.verify();
        assertThat(verdict().level()).isEqualTo(Level.WHOLE);
        assertThat(verdict().logs().getFirst().text()).contains("no. 2 to 4", "not told");
        assertThat(verdict().limits()).contains("older agent");
    }

    @Test
    void anAgentThatDoesNotAnswerMakesTheVerdictPartial() {
        var silence = RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "silence");
        var late = new CallOutcome.Failed(RpcStatus.TIMEOUT, silence, Duration.ZERO);
        caller.everyone(
                request -> CompletableFuture.completedFuture(List.of(audit.answer(request), late)));
        open();
        assertThat(model.troubleProperty().get()).contains("One agent has not told", "silence");
        model.verify();
        assertThat(verdict().level()).isEqualTo(Level.PARTIAL);
        assertThat(verdict().limits()).contains("One agent has not told its logs.");
    }

    @Test
    void aLongRecordIsVerifiedBackToWhereItWasAskedAndThatIsSaid() {
        many(AuditBook.MOST + 600);
        open();
        model.verify();
        assertThat(verdict().level()).isEqualTo(Level.WHOLE);
        assertThat(verdict().limits()).contains("were not asked for");
        assertThat(verdict().headline()).contains("5,000 entries");
    }

    @Test
    void theExportIsWhatIsListedInItsOrder() {
        audit.failed("=HYPERLINK(1)#1/admin", "Stop", "netmond", "@A");
        open();
        model.searchProperty().set("operation:stop");
        var csv = model.export().csv().lines().toList();
        assertThat(csv).hasSize(3);
        assertThat(csv.getFirst()).startsWith("agent,process,seq,time,phase,actor,");
        assertThat(csv.get(1)).contains("\"'=HYPERLINK(1)#1/admin\"", "\"'@A\"");
        assertThat(csv.get(2)).contains("lee#8/viewer");
        assertThat(model.export().json())
                .contains("\"actor\" : \"=HYPERLINK(1)#1/admin\"", "\"seq\" : ")
                .doesNotContain("Restart");
    }

    private AuditVerdict verdict() {
        assertThat(model.verifyingProperty().get()).isFalse();
        return model.verdictProperty().get().orElseThrow();
    }

    private List<String> what() {
        return model.rows().stream()
                .map(row -> AuditWords.what(row) + ": " + AuditWords.result(row))
                .toList();
    }

    private static Map<String, ConfigValue> asked(RpcRequest request) {
        return ((GenericPayload) request.payload()).values();
    }
}
