package daemoneye.app.audit;

import daemoneye.app.audit.entry.AuditExport;
import daemoneye.app.audit.entry.AuditRow;
import daemoneye.app.audit.entry.AuditTerms;
import daemoneye.app.backend.AuditBell;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/// The page of the audit logs. Asks the agents while it is shown: at first, when one of them has
/// published something, when what is looked for takes another question, and every [#QUIET] in case
/// news were lost. FX thread only.
public final class AuditViewModel {
    /// News wait so long for more news.
    static final Duration RING = Duration.ofMillis(700);

    /// Somebody who types has come to rest.
    static final Duration TYPED = Duration.ofMillis(400);

    /// Each question is an entry in every agent's log, so it is asked seldom.
    static final Duration QUIET = Duration.ofSeconds(30);

    private final AuditQuestions questions;
    private final AuditBell bell;
    private final Ticker ticker;
    private final Executor fxThread;
    private final Executor workers;
    private final AuditBook book = new AuditBook();

    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty live = new SimpleBooleanProperty(true);
    private final ObservableList<AuditRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<AuditRow>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<AuditStanding> standing =
            new ReadOnlyObjectWrapper<>(AuditStanding.LOADING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper verifying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<AuditVerdict>> verdict =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private AuditTerms terms;
    private OptionalLong complete = OptionalLong.empty();
    private boolean shown;
    private boolean linked;
    private boolean asking;
    private boolean askAgain;
    private boolean rung;
    private Optional<Ticker.Alarm> alarm = Optional.empty();
    private Optional<Runnable> hearing = Optional.empty();

    /// @param workers for what takes longer than a frame
    public AuditViewModel(
            Calls calls, AuditBell bell, Ticker ticker, Executor fxThread, Executor workers) {
        this.questions = new AuditQuestions(calls, fxThread);
        this.bell = bell;
        this.ticker = ticker;
        this.fxThread = fxThread;
        this.workers = workers;
        this.terms = parse();
        search.subscribe(this::typed);
        live.subscribe(this::liveChanged);
    }

    private AuditTerms parse() {
        return AuditTerms.parse(search.get(), ticker.now(), ZoneId.systemDefault());
    }

    /// The page is shown from now on, or no more.
    public void show(boolean visible) {
        if (shown == visible) {
            return;
        }
        shown = visible;
        if (shown) {
            ask();
        } else {
            stop();
        }
    }

    /// Nothing is asked any more, and nothing heard.
    public void stop() {
        alarm.ifPresent(Ticker.Alarm::cancel);
        alarm = Optional.empty();
        hearing.ifPresent(Runnable::run);
        hearing = Optional.empty();
    }

    /// Lets it know how the link stands.
    public void show(FleetSnapshot snapshot) {
        boolean now = snapshot.link() instanceof ConnectionState.Connected;
        if (now == linked) {
            return;
        }
        linked = now;
        if (linked) {
            ask();
        } else {
            standing.set(AuditStanding.NO_LINK);
            tellStatus();
        }
    }

    private void liveChanged() {
        tellStatus();
        if (live.get()) {
            ask();
        } else {
            alarm.ifPresent(Ticker.Alarm::cancel);
        }
    }

    private void typed() {
        var before = terms;
        terms = parse();
        complaint.set(terms.complaint());
        list();
        if (!terms.asksAs(before)) {
            complete = OptionalLong.empty();
            later(TYPED);
        }
    }

    private void later(Duration wait) {
        alarm.ifPresent(Ticker.Alarm::cancel);
        alarm = Optional.of(ticker.after(wait, () -> fxThread.execute(this::ask)));
    }

    /// Asks for the newest entries now, also while it is paused.
    public void ask() {
        rung = false;
        if (!shown || !linked) {
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        if (book.size() == 0) {
            standing.set(AuditStanding.LOADING);
        }
        send(OptionalLong.empty(), book.newest());
    }

    /// Asks for older ones than are here.
    public void askOlder() {
        if (shown && linked && !asking && !isFull() && complete.isPresent()) {
            send(complete, OptionalLong.empty());
        }
    }

    private void send(OptionalLong before, OptionalLong known) {
        asking = true;
        var asked = terms;
        questions.ask(
                plain -> asked.filter(AuditFilter.MOST, before, plain),
                answer -> answered(answer, asked, before, known));
    }

    private void answered(
            AuditAnswer answer, AuditTerms asked, OptionalLong before, OptionalLong known) {
        asking = false;
        standing.set(standing(answer));
        trouble.set(AnswerWords.trouble(answer, book.size() > 0));
        if (!answer.agents().isEmpty()) {
            hear();
            if (asked.asksAs(terms)) {
                remember(answer, before, known);
            }
            if (book.add(answer.rows())) {
                list();
            }
            book.floor().ifPresent(this::atMostBackTo);
        }
        tellStatus();
        if (askAgain || !asked.asksAs(terms)) {
            askAgain = false;
            ask();
        } else if (wantsOlder()) {
            askOlder();
        } else if (live.get() && shown && standing.get() != AuditStanding.FORBIDDEN) {
            // Each refusal would be an entry of its own, and news to everybody else.
            later(QUIET);
        }
    }

    // What is complete from where: a new page may leave a hole between itself and what is here.
    private void remember(AuditAnswer answer, OptionalLong before, OptionalLong known) {
        boolean joins =
                answer.next().isPresent()
                        && known.isPresent()
                        && complete.isPresent()
                        && answer.next().getAsLong() <= known.getAsLong();
        if (before.isPresent() || !joins) {
            complete = answer.next();
        }
    }

    private void atMostBackTo(long floor) {
        complete = OptionalLong.of(Math.max(floor, complete.orElse(floor)));
    }

    private boolean isFull() {
        return book.size() >= AuditBook.MOST;
    }

    private boolean wantsOlder() {
        return complete.isPresent()
                && !isFull()
                && terms.since()
                        .filter(since -> complete.getAsLong() > AuditFilter.micros(since))
                        .isPresent();
    }

    // Who may not ask may not listen either: it would be refused, and logged as such.
    private void hear() {
        if (hearing.isEmpty() && shown) {
            hearing = Optional.of(bell.listen(() -> fxThread.execute(this::rung)));
        }
    }

    private void rung() {
        // The first ring of several decides: a flood must not put the question off for ever.
        if (live.get() && shown && !rung) {
            rung = true;
            later(RING);
        }
    }

    private AuditStanding standing(AuditAnswer answer) {
        if (!linked) {
            return AuditStanding.NO_LINK;
        }
        if (!answer.agents().isEmpty() || book.size() > 0) {
            return AuditStanding.READY;
        }
        if (answer.isForbidden()) {
            return AuditStanding.FORBIDDEN;
        }
        return answer.isSilence() ? AuditStanding.NOBODY : AuditStanding.SILENT;
    }

    private void list() {
        var wanted = book.matching(terms);
        if (!wanted.equals(rows)) {
            rows.setAll(wanted);
        }
        tellStatus();
    }

    private void tellStatus() {
        older.set(complete.isPresent() && !isFull() && linked);
        var count = Messages.text("audit.count", rows.size());
        var reach =
                complete.isPresent()
                        ? Messages.text(
                                isFull() ? "audit.reach.full" : "audit.reach.part", stamp(complete))
                        : Messages.text(book.size() == 0 ? "audit.reach.none" : "audit.reach.all");
        status.set(count + reach + (live.get() ? "" : Messages.text("audit.paused")));
    }

    private static String stamp(OptionalLong micros) {
        return Wording.day(Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS));
    }

    /// Checks what the agents tell; the verdict comes when they have told everything.
    public void verify() {
        if (verifying.get() || !linked) {
            return;
        }
        verifying.set(true);
        new AuditVerification(
                        questions,
                        terms.log(),
                        book.witness(),
                        workers,
                        fxThread,
                        found -> {
                            verdict.set(Optional.of(found));
                            verifying.set(false);
                        })
                .begin();
    }

    /// Takes the verdict away.
    public void forgetVerdict() {
        verdict.set(Optional.empty());
    }

    /// Where the call of an outcome began, if that is here.
    public Optional<AuditRow> beginningOf(AuditRow row) {
        return book.beginningOf(row);
    }

    /// The rows as they are now, as a file would have them.
    public AuditExport export() {
        return new AuditExport(List.copyOf(rows));
    }

    public Executor workers() {
        return workers;
    }

    /// What is looked for; see [AuditTerms].
    public StringProperty searchProperty() {
        return search;
    }

    /// Whether new entries come by themselves.
    public BooleanProperty liveProperty() {
        return live;
    }

    /// What fits, newest first.
    public ObservableList<AuditRow> rows() {
        return rows;
    }

    public ObjectProperty<Optional<AuditRow>> chosenProperty() {
        return chosen;
    }

    public ReadOnlyObjectProperty<AuditStanding> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// Who did not answer, or what cannot be read; empty text if all is well.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What is wrong with the words that are looked for; empty text if nothing is.
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /// How many, and how far back they are complete.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Whether there are older ones to ask for.
    public ReadOnlyBooleanProperty olderProperty() {
        return older.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty verifyingProperty() {
        return verifying.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<AuditVerdict>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }
}
