package dev.hemstitch.ads.simulator;

/**
 * A channel with its ads.
 *
 * @param number its number in the soak
 * @param origin the content
 * @param ads the ads that fit it
 * @param adServer who decides what a viewer sees
 */
public record Channel(int number, Origin origin, AdInventory ads, AdServer adServer) {
    /**
     * {@return a channel with an ad server of any behaviour}
     *
     * @param options what it is like
     */
    public static Channel of(ChannelOptions options) {
        return of(0, options);
    }

    static Channel of(int number, ChannelOptions options) {
        AdInventory ads = new AdInventory(options);
        return new Channel(number, new Origin(options), ads, new AdServer(options.is.seed, ads));
    }

    /** {@return the same with an ad server that always answers at once} */
    public Channel steady() {
        return new Channel(number, origin, ads, AdServer.steady(origin.options().is.seed, ads));
    }
}
