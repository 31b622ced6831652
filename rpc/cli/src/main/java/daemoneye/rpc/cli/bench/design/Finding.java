package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.protocol.value.ConfigValue;

/// A target beside what was measured.
///
/// @param measured in the target's unit; not a number if nothing could be measured
/// @param how on what load, one phrase
record Finding(Target target, double measured, String how) {
    boolean met() {
        return target.metBy(measured);
    }

    String figure() {
        if (Double.isNaN(measured)) {
            return "nothing";
        }
        return Units.decimal(measured, measured < 10 ? 2 : 1) + " " + target.unit();
    }

    ConfigValue.Table json() {
        return new Fields()
                .with("section", target.section())
                .with("subject", target.subject())
                .with("target", target.text())
                .with("measured", measured)
                .with("unit", target.unit())
                .with("met", met())
                .with("how", how)
                .object();
    }
}
