package dev.hemstitch.examples.kit.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
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
    /** No signalled break is called so: their ids are not empty, and hold no line break. */
    private static final Map<BreakQuestion.Place, String> IDS =
            Map.of(BreakQuestion.Place.START, "", BreakQuestion.Place.END, "\n");

    private final BreakAds breaks;
    private final AskedAhead ahead;
    private final ChannelAds channelAds;
    private final AskedRendition request;
    private final String keys;
    private final boolean forTracking;
    private final long until;
    private boolean isForgotten;
    private final Map<String, List<LiveAd>> asked = new HashMap<>();

    /**
     * Decisions.
     *
     * @param breaks asks
     * @param ahead asks for others
     * @param channelAds has the slate
     * @param request what is asked for, and by whom
     * @param forTracking whether what is to be called for ads is needed
     * @param longest how long to wait in all
     */
    ViewerDecisions(
            BreakAds breaks,
            AskedAhead ahead,
            ChannelAds channelAds,
            AskedRendition request,
            boolean forTracking,
            Duration longest) {
        this.breaks = breaks;
        this.ahead = ahead;
        this.channelAds = channelAds;
        this.request = request;
        this.keys = request.breaks();
        this.forTracking = forTracking;
        this.until = System.nanoTime() + longest.toNanos();
    }

    /** Asks for the ads of a break that is still to come. */
    void prepare(SignalledBreak signalled) {
        var unused = coming(signalled); // whoever needs it waits for it, or goes without
    }

    /** The store has lost what it knew of the viewer: what plays is written there again, for other replicas. */
    void writeAgain() {
        isForgotten = true;
    }

    @Override
    public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
        return coming(signalled).flatMap(this::await).map(BreakAds.Decided::ads);
    }

    @Override
    public Optional<LiveAd> slate() {
        return channelAds.slate(request.channel(), left());
    }

    @Override
    public List<LiveAd> preRoll() {
        return ofVmap(BreakQuestion.Place.START);
    }

    @Override
    public List<LiveAd> postRoll() {
        return ofVmap(BreakQuestion.Place.END);
    }

    private List<LiveAd> ofVmap(BreakQuestion.Place place) {
        return request.title()
                .vmap()
                .flatMap(vmap -> await(breaks.ask(request, IDS.getOrDefault(place, ""), BreakQuestion.of(vmap, place))))
                .map(BreakAds.Decided::ads)
                .orElse(List.of());
    }

    @Override
    public Optional<LiveAd> ad(String id) {
        return asked.computeIfAbsent(AdIds.breakOf(id), this::decidedBefore).stream()
                .filter(ad -> ad.id().equals(id))
                .findFirst();
    }

    private List<LiveAd> decidedBefore(String breakHash) {
        String key = keys + breakHash;
        Optional<BreakAds.Decided> decided = await(breaks.find(key, request));
        if (decided.isEmpty()) {
            return List.of();
        }
        if (isForgotten) {
            breaks.keep(key, decided.get(), request);
        }
        return forTracking
                ? breaks.tracked(key, decided.get(), request.channel(), request.viewer())
                : decided.get().ads();
    }

    private Optional<CompletableFuture<BreakAds.Decided>> coming(SignalledBreak signalled) {
        return request.title().adTag().map(adTag -> {
            BreakQuestion question = BreakQuestion.of(adTag, signalled);
            ahead.sees(request, signalled.id(), question);
            return breaks.ask(request, signalled.id(), question);
        });
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    private Optional<BreakAds.Decided> await(CompletableFuture<BreakAds.Decided> coming) {
        try {
            return Optional.of(coming.get(left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        }
    }
}
