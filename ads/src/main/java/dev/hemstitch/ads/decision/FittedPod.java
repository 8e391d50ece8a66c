package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.Ad;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod as it is to play.
 *
 * @param ads the ads that play, in order
 * @param slate what fills the rest of the break, behind the ads; empty if nothing is to, or can
 * @param leftOut the ads that do not play, without their playlists, each with its reason, in the order they were looked at
 */
public record FittedPod(List<Ad> ads, List<Ad> slate, List<Ad> leftOut) {
    /**
     * A pod; the lists are copied.
     *
     * @param ads the ads that play
     * @param slate what fills the rest
     * @param leftOut the ads that do not play
     */
    public FittedPod {
        ads = List.copyOf(ads);
        slate = List.copyOf(slate);
        leftOut = List.copyOf(leftOut);
    }

    /** {@return how long the ads are by their playlists, in nanoseconds} */
    public long adNanos() {
        return ads.stream().mapToLong(Ad::durationNanos).sum();
    }

    /** {@return how long the slate is, in nanoseconds} */
    public long slateNanos() {
        return slate.stream().mapToLong(Ad::durationNanos).sum();
    }

    /** {@return ads, slate, and behind them the ads that are left out: what a break takes, which reports the last ones} */
    public List<Ad> all() {
        List<Ad> all = new ArrayList<>(ads);
        all.addAll(slate);
        all.addAll(leftOut);
        return all;
    }
}
