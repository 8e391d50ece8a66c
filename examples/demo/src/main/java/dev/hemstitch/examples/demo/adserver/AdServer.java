package dev.hemstitch.examples.demo.adserver;

import dev.hemstitch.examples.demo.http.Answer;
import dev.hemstitch.examples.demo.http.Request;
import dev.hemstitch.examples.demo.http.Router;
import dev.hemstitch.examples.demo.origin.LiveChannel;
import dev.hemstitch.examples.demo.origin.SampleFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ad server over HTTP: {@code /ads/vmap?title=} for a title, with a pre-roll only every so many minutes if {@code cap=} says so, {@code /ads/vast?title=&duration=} for a live break, the media of
 * the ads, beacons and their log. Thread-safe.
 */
public final class AdServer {
    static final String MEDIA = "/ads/media/";
    static final String BEACON = "/ads/beacon";

    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final String XML = "application/xml";

    private final SampleFiles samples;
    private final Map<String, String> kinds;
    private final LiveChannel channel;
    private final InstantSource clock;
    private final FrequencyCap preRolls = new FrequencyCap();
    private final BeaconLog log = new BeaconLog();
    private final AtomicInteger garbage = new AtomicInteger();
    private final Random random = new Random();
    private volatile AdFault fault = AdFault.NONE;

    /**
     * An ad server without a fault.
     *
     * @param samples the sample files
     * @param kinds for each title that has ads the kind of sample that it is of
     * @param channel the channel whose breaks it fills
     * @param clock the time of the channel and of beacons
     */
    public AdServer(SampleFiles samples, Map<String, String> kinds, LiveChannel channel, InstantSource clock) {
        this.samples = samples;
        this.kinds = Map.copyOf(kinds);
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Registers the routes.
     *
     * @param router where
     */
    public void serveOn(Router router) {
        router.open("GET", "/ads/vmap", request -> decision(request, router.url()))
                .open("GET", "/ads/vast", request -> decision(request, router.url()))
                .open("GET", MEDIA, this::media)
                .open("GET", BEACON, this::beacon)
                .open(
                        "GET",
                        "/ads/log",
                        request -> Answer.json(log.toJson(
                                request.parameter("after").map(AdServer::number).orElse(0L))));
    }

    /**
     * What is wrong.
     *
     * @return the fault
     */
    public AdFault fault() {
        return fault;
    }

    /**
     * Breaks it, or mends it.
     *
     * @param next what is wrong from now on
     */
    public void fault(AdFault next) {
        fault = next;
    }

    private Answer decision(Request request, String serverUrl) throws InterruptedException {
        switch (fault) {
            case NONE -> {}
            case SLOW -> Thread.sleep(SLOW.toMillis());
            case DOWN -> {
                return Answer.NONE;
            }
            case GARBAGE -> {
                return garbage();
            }
        }
        Optional<String> title = request.parameter("title").filter(kinds::containsKey);
        if (title.isEmpty()) {
            return Answer.problem(404, "no ads for this title");
        }
        String kind = kinds.getOrDefault(title.get(), "");
        boolean isVmap = request.path().endsWith("vmap");
        String occasion = isVmap ? "" : Long.toString(channel.breakNumber(clock.instant()));
        AdResponses write = new AdResponses(serverUrl, kind, title.get(), request.parameter("viewer"), occasion);
        return Answer.text(
                XML,
                isVmap
                        ? write.vmap(hasPreRoll(request))
                        : write.vast("live", AdResponses.podFor(request.parameter("duration"))));
    }

    private boolean hasPreRoll(Request request) {
        long minutes = request.parameter("cap").map(AdServer::number).orElse(0L);
        Optional<String> viewer = request.parameter("viewer");
        return viewer.isEmpty() || preRolls.allows(viewer.get(), clock.instant(), Duration.ofMinutes(minutes));
    }

    private Answer garbage() {
        return switch (garbage.incrementAndGet() % 3) {
            case 0 -> Answer.text(XML, "<VAST version=\"4.2\"><Ad id=\"<![CDATA[oops");
            case 1 -> Answer.text("text/html", "<!DOCTYPE html><html><body><h1>It works!</h1></body></html>\n");
            default -> {
                byte[] noise = new byte[4096];
                random.nextBytes(noise);
                yield Answer.bytes(XML, noise);
            }
        };
    }

    private Answer media(Request request) throws IOException {
        return samples.answer(request.path().substring(MEDIA.length()));
    }

    private Answer beacon(Request request) {
        log.add(clock.instant(), request.rawQuery(), request.query());
        return Answer.empty(204);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
