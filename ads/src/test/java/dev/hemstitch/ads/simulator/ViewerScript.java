package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** What one viewer does: when it comes, which renditions it asks for, when, from which edge. */
final class ViewerScript {
    /** One rendition that is polled. */
    private static final class Poll {
        final List<String> choices;
        final long everyNanos;
        final int pausePerMille;
        String rendition;
        long at;

        Poll(List<String> choices, String rendition, long everyNanos, int pausePerMille, long at) {
            this.choices = choices;
            this.rendition = rendition;
            this.everyNanos = everyNanos;
            this.pausePerMille = pausePerMille;
            this.at = at;
        }
    }

    final String viewer;
    final long seed;
    private final Channel channel;
    private final StitchedService service;
    private final Dice dice;
    private final PlayerModel player;
    private final PriorityQueue<Poll> polls = new PriorityQueue<>(Comparator.comparingLong(poll -> poll.at));
    private final long leavesAt;
    private final long windowNanos;
    private int edge;
    long serviceNanos;

    ViewerScript(String viewer, long seed, Channel channel, StitchedService service, long comesLate, long staysNanos) {
        this.viewer = viewer;
        this.seed = seed;
        this.channel = channel;
        this.service = service;
        this.dice = Dice.of(seed, 7);
        this.player =
                new PlayerModel(channel.origin(), channel.ads(), channel.adServer(), seed, viewer, service::outputUri);
        ChannelOptions options = channel.origin().options();
        this.windowNanos = options.is.windowSegments * options.targetNanos();
        long comes = comes(comesLate);
        this.leavesAt = comes + staysNanos;
        this.edge = dice.below(64);
        polls(options, comes);
    }

    private long comes(long comesLate) {
        long ready = Clock.nanos(channel.origin().ready());
        long at = ready + dice.between(0, comesLate);
        // A third of all come in the middle of a break, if there is one soon.
        List<OriginBreak> breaks = channel.origin().breaks();
        if (dice.chance(333) && !breaks.isEmpty()) {
            OriginBreak into = breaks.get(dice.below(Math.min(3, breaks.size())));
            long inside = into.startNanos() + dice.between(0, Math.max(1, into.endNanos() - into.startNanos()));
            return inside > ready && inside < ready + comesLate ? inside : at;
        }
        return at;
    }

    private void polls(ChannelOptions options, long comes) {
        long every = options.is.lowLatency ? options.targetNanos() / 3 : options.targetNanos();
        List<String> videos = names(options, ContentRendition.Kind.VIDEO);
        polls.add(new Poll(videos, dice.pick(videos), every, 2, comes));
        for (String name : names(options, ContentRendition.Kind.AUDIO)) {
            long later = dice.chance(100) ? dice.between(0, 1_800) * Seconds.NANOS : Seconds.ofMillis(200);
            boolean rarely = dice.chance(100);
            polls.add(new Poll(List.of(name), name, rarely ? 7 * every : every, rarely ? 20 : 2, comes + later));
        }
        for (String name : names(options, ContentRendition.Kind.SUBTITLES)) {
            boolean midStream = dice.chance(400);
            long later = midStream ? dice.between(60, 3_600) * Seconds.NANOS : Seconds.ofMillis(400);
            polls.add(new Poll(List.of(name), name, dice.chance(500) ? 6 * every : every, 10, comes + later));
        }
    }

    private static List<String> names(ChannelOptions options, ContentRendition.Kind kind) {
        return options.renditions().stream()
                .filter(rendition -> rendition.kind() == kind)
                .map(ContentRendition::name)
                .toList();
    }

    /** {@return when it does something next; {@link Long#MAX_VALUE} if it is gone} */
    long nextAt() {
        Poll next = polls.peek();
        return next == null ? Long.MAX_VALUE : next.at;
    }

    void step() {
        Poll poll = polls.poll();
        if (poll.at > leavesAt) {
            return; // This rendition is not polled again.
        }
        if (dice.chance(100)) {
            edge = dice.below(64);
        }
        if (poll.choices.size() > 1 && dice.chance(30)) {
            poll.rendition = dice.pick(poll.choices);
        }
        java.time.Instant now = Clock.instant(poll.at);
        Optional<OriginSnapshot> given = channel.origin().snapshot(poll.rendition, now, edge);
        boolean grew = false;
        if (given.isPresent()) {
            long from = System.nanoTime();
            Optional<byte[]> served =
                    service.refresh(viewer, poll.rendition, given.get().bytes(), now);
            serviceNanos += System.nanoTime() - from;
            grew = player.refresh(given.get(), served, now);
            if (given.get().ended() && dice.chance(300)) {
                return;
            }
        }
        long wait = grew ? poll.everyNanos * dice.between(80, 120) / 100 : poll.everyNanos / 2;
        if (dice.chance(poll.pausePerMille)) {
            wait += windowNanos * dice.between(1, 30) / 10;
        }
        poll.at += wait;
        polls.add(poll);
    }

    void leave() {
        service.left(viewer);
        channel.adServer().forget(viewer);
    }

    List<Violation> violations() {
        return new ArrayList<>(player.violations());
    }

    long violationCount() {
        return player.violationCount();
    }

    long refreshes() {
        return player.refreshes();
    }
}
