package dev.hemstitch.examples.kit.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The decisions of one request: it waits for ads no longer than it may in all, whatever number of breaks asks.
 */
final class ViewerDecisions implements LiveDecisions {
    private final BreakAds breaks;
    private final LiveChannel channel;
    private final String adTag;
    private final ViewerToken viewer;
    private final Device device;
    private final String keys;
    private final boolean forTracking;
    private final long until;
    private final Map<String, List<LiveAd>> asked = new HashMap<>();

    /**
     * Decisions.
     *
     * @param breaks asks
     * @param channel the channel
     * @param adTag what to ask for each break
     * @param viewer for whom
     * @param device what plays
     * @param keys what the keys of this viewer's breaks begin with
     * @param forTracking whether what is to be called for ads is needed
     * @param longest how long to wait in all
     */
    ViewerDecisions(
            BreakAds breaks,
            LiveChannel channel,
            String adTag,
            ViewerToken viewer,
            Device device,
            String keys,
            boolean forTracking,
            Duration longest) {
        this.breaks = breaks;
        this.channel = channel;
        this.adTag = adTag;
        this.viewer = viewer;
        this.device = device;
        this.keys = keys;
        this.forTracking = forTracking;
        this.until = System.nanoTime() + longest.toNanos();
    }

    /** Asks for the ads of a break that is still to come. */
    void prepare(SignalledBreak signalled) {
        var unused = coming(signalled); // whoever needs it waits for it, or goes without
    }

    @Override
    public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
        return await(coming(signalled)).map(BreakAds.Decided::ads);
    }

    @Override
    public Optional<LiveAd> ad(String id) {
        return asked.computeIfAbsent(AdIds.breakOf(id), this::decidedBefore).stream()
                .filter(ad -> ad.id().equals(id))
                .findFirst();
    }

    private List<LiveAd> decidedBefore(String breakHash) {
        String key = keys + breakHash;
        Optional<BreakAds.Decided> decided = await(breaks.find(key, channel, viewer));
        if (decided.isEmpty()) {
            return List.of();
        }
        return forTracking
                ? breaks.withResponses(key, decided.get(), channel, viewer)
                : decided.get().ads();
    }

    private CompletableFuture<BreakAds.Decided> coming(SignalledBreak signalled) {
        return breaks.ask(
                keys + AdIds.ofBreak(signalled.id()), BreakQuestion.of(adTag, signalled), channel, viewer, device);
    }

    private Optional<BreakAds.Decided> await(CompletableFuture<BreakAds.Decided> coming) {
        try {
            return Optional.of(coming.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        }
    }
}
