package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.client.fleet.FleetSnapshot;

/// A way to show the fleet as it changes.
public interface FleetShow {
    void show(FleetSnapshot snapshot);
}
