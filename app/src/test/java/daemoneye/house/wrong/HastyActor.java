package daemoneye.house.wrong;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;

public final class HastyActor {
    void act(OperationsViewModel operations) {
        operations.begin(CollectorAction.STOP, "procmond", CallTerms.plain());
    }
}
