package dev.hemstitch.ads.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Lets many viewers watch many channels. Viewers of one channel go through the simulated time together, so that the
 * same snapshot is asked for by many; each of them depends on its own seed and its channel only, so {@link #viewer} finds
 * again what one saw.
 */
public final class Soak {
    private static final int VIOLATIONS_KEPT = 100;

    private final long seed;
    private int viewers = 100;
    private int viewersPerChannel = 50;
    private int threads = 1;
    private Duration duration = Duration.ofMinutes(30);
    private boolean steadyAds;
    private Duration joinWithin = Duration.ofMinutes(10);
    private LongFunction<ChannelOptions> channels = channelSeed ->
            ChannelOptions.random(channelSeed, duration.plus(joinWithin).plusMinutes(8));

    /**
     * A soak.
     *
     * @param seed what decides all
     */
    public Soak(long seed) {
        this.seed = seed;
    }

    /**
     * {@return this, with so many viewers}
     *
     * @param count how many; 100 unless set
     */
    public Soak viewers(int count) {
        viewers = count;
        return this;
    }

    /**
     * {@return this, with so many viewers on each channel}
     *
     * @param count how many; 50 unless set
     */
    public Soak viewersPerChannel(int count) {
        viewersPerChannel = count;
        return this;
    }

    /**
     * {@return this, with so many threads, each of which runs whole channels}
     *
     * @param count how many; 1 unless set
     */
    public Soak threads(int count) {
        threads = count;
        return this;
    }

    /**
     * {@return this, with viewers who stay so long}
     *
     * @param each how long; 30 minutes unless set
     */
    public Soak duration(Duration each) {
        duration = each;
        return this;
    }

    /**
     * {@return this, with channels of one's own instead of random ones}
     *
     * @param options the options of a channel, from its seed; long enough for {@link #length}
     */
    public Soak channels(LongFunction<ChannelOptions> options) {
        channels = options;
        return this;
    }

    /** {@return this, with channels that have dates: in place of one without, another one is drawn} */
    public Soak dated() {
        LongFunction<ChannelOptions> any = channels;
        channels = seed -> {
            ChannelOptions options = any.apply(seed);
            for (long next = seed; options.dates() == ChannelOptions.Dates.NONE; options = any.apply(next)) {
                next = Dice.mix(next, 1) >>> 1;
            }
            return options;
        };
        return this;
    }

    /** {@return this, with ad servers that always answer at once, have a slate and no pre-rolls} */
    public Soak steadyAds() {
        steadyAds = true;
        return this;
    }

    /** {@return how long a channel should go on so that nobody sees its end} */
    public Duration length() {
        return duration.plus(joinWithin).plusMinutes(8);
    }

    /**
     * Runs all viewers.
     *
     * @param services makes the service under test for a channel
     * @return what was found
     */
    public SoakReport run(Function<Channel, ? extends StitchedService> services) {
        int count = (viewers + viewersPerChannel - 1) / viewersPerChannel;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SoakReport>> parts = IntStream.range(0, count)
                    .mapToObj(number -> pool.submit(() -> channel(number, services, viewersOf(number))))
                    .toList();
            List<SoakReport> reports = new ArrayList<>();
            for (Future<SoakReport> part : parts) {
                reports.add(part.get());
            }
            return sum(reports);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("in the soak with seed " + seed, e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Runs one viewer again.
     *
     * @param number which one, from 0; the number in its name
     * @param services makes the service under test for a channel
     * @return what was found
     */
    public SoakReport viewer(int number, Function<Channel, ? extends StitchedService> services) {
        return channel(number / viewersPerChannel, services, List.of(number));
    }

    /**
     * {@return the channel that a viewer watches}
     *
     * @param number the viewer's number
     */
    public Channel channelOf(int number) {
        return newChannel(number / viewersPerChannel);
    }

    private Channel newChannel(int number) {
        Channel channel = Channel.of(number, channels.apply(Dice.mix(seed, number) >>> 1));
        return steadyAds ? channel.steady() : channel;
    }

    private List<Integer> viewersOf(int channel) {
        int first = channel * viewersPerChannel;
        return IntStream.range(first, Math.min(viewers, first + viewersPerChannel))
                .boxed()
                .toList();
    }

    private SoakReport channel(int number, Function<Channel, ? extends StitchedService> services, List<Integer> who) {
        long from = System.nanoTime();
        Channel channel = newChannel(number);
        StitchedService service = services.apply(channel);
        PriorityQueue<ViewerScript> queue = new PriorityQueue<>(
                Comparator.comparingLong(ViewerScript::nextAt).thenComparing(script -> script.viewer));
        List<ViewerScript> scripts = new ArrayList<>();
        for (int viewer : who) {
            scripts.add(new ViewerScript(
                    "v" + viewer,
                    Dice.mix(seed, viewer, 8),
                    channel,
                    service,
                    joinWithin.toNanos(),
                    duration.toNanos()));
        }
        queue.addAll(scripts);
        while (!queue.isEmpty()) {
            ViewerScript script = queue.poll();
            script.step();
            if (script.nextAt() < Long.MAX_VALUE) {
                queue.add(script);
            } else {
                script.leave();
            }
        }
        return report(scripts, System.nanoTime() - from);
    }

    private static SoakReport report(List<ViewerScript> scripts, long nanos) {
        List<Violation> violations = new ArrayList<>();
        Map<Rule, Integer> rules = new EnumMap<>(Rule.class);
        for (ViewerScript script : scripts) {
            List<Violation> own = script.violations();
            if (!own.isEmpty()) {
                rules.merge(own.get(0).rule(), 1, Integer::sum);
                EnumSet<Rule> seen = EnumSet.noneOf(Rule.class);
                own.stream().filter(each -> seen.add(each.rule())).forEach(violations::add);
            }
        }
        return new SoakReport(
                scripts.size(),
                scripts.stream().mapToLong(ViewerScript::refreshes).sum(),
                scripts.stream().mapToLong(ViewerScript::violationCount).sum(),
                violations,
                rules,
                scripts.stream().mapToLong(script -> script.serviceNanos).sum(),
                nanos);
    }

    private static SoakReport sum(List<SoakReport> parts) {
        Map<Rule, Integer> rules = new EnumMap<>(Rule.class);
        parts.forEach(part -> part.violationsByRule().forEach((rule, count) -> rules.merge(rule, count, Integer::sum)));
        return new SoakReport(
                parts.stream().mapToLong(SoakReport::sessions).sum(),
                parts.stream().mapToLong(SoakReport::refreshes).sum(),
                parts.stream().mapToLong(SoakReport::violationCount).sum(),
                parts.stream()
                        .flatMap(part -> part.violations().stream())
                        .limit(VIOLATIONS_KEPT)
                        .toList(),
                rules,
                parts.stream().mapToLong(SoakReport::serviceNanos).sum(),
                parts.stream().mapToLong(SoakReport::totalNanos).sum());
    }
}
