package daemoneye.rpc.broker;

import daemoneye.rpc.broker.access.Access;
import daemoneye.rpc.broker.session.FlushList;
import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.transport.wire.ScriptedLink;

import java.util.ArrayList;
import java.util.List;

/// Sessions with links that the test plays, on one thread.
public final class Played {
    public final FakeTicker ticker = new FakeTicker();
    public final BrokerCounters counters = new BrokerCounters();
    public final List<Session> cutOff = new ArrayList<>();
    public final FlushList flushList = new FlushList(this::end);
    private final SessionLimits limits;
    private int sessions;

    public Played() {
        this(SessionLimits.DEFAULT);
    }

    public Played(SessionLimits limits) {
        this.limits = limits;
    }

    public Session session(String name, ScriptedLink link) {
        return new Session(
                ++sessions, Access.of(Role.AGENT, name), link, limits, counters, flushList, ticker);
    }

    private void end(Session session) {
        cutOff.add(session);
        session.end();
    }
}
