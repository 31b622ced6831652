package daemoneye.rpc.transport.bus;

/// Called for each message of a subscription, on the loop thread; must not block.
@FunctionalInterface
public interface DeliveryListener {
    void onDelivery(Delivery delivery);
}
