package dev.hemstitch.examples.demo.origin;

import dev.hemstitch.examples.demo.http.Answer;
import dev.hemstitch.examples.demo.http.MediaTypes;
import dev.hemstitch.examples.demo.http.Request;
import dev.hemstitch.examples.demo.http.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The origin over HTTP: {@code /origin/vod/} is the folder of the samples, {@code /origin/live/} is the channel. Thread-safe. */
public final class Origin {
    private static final String VOD = "/origin/vod/";
    private static final String LIVE = "/origin/live/";

    private record Condition(OriginFault fault, Instant since) {}

    private final SampleFiles samples;
    private final LiveChannel channel;
    private final Clock clock;
    private volatile Condition condition = new Condition(OriginFault.NONE, Instant.EPOCH);

    /**
     * An origin without a fault.
     *
     * @param samples the sample files
     * @param channel the channel
     * @param clock the time of the channel
     */
    public Origin(SampleFiles samples, LiveChannel channel, Clock clock) {
        this.samples = samples;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Registers the routes.
     *
     * @param router where
     */
    public void serveOn(Router router) {
        router.open("GET", VOD, this::vod).open("GET", LIVE, this::live);
    }

    /**
     * What is wrong.
     *
     * @return the fault
     */
    public OriginFault fault() {
        return condition.fault();
    }

    /**
     * Breaks it, or mends it.
     *
     * @param fault what is wrong from now on
     */
    public void fault(OriginFault fault) {
        condition = new Condition(fault, clock.instant());
    }

    private Answer vod(Request request) throws IOException {
        return isPlaylist(request) && condition.fault() == OriginFault.DOWN
                ? unavailable()
                : samples.answer(request.path().substring(VOD.length()));
    }

    private Answer live(Request request) throws IOException {
        String name = request.path().substring(LIVE.length());
        if (!isPlaylist(request)) {
            int slash = name.indexOf('/');
            Optional<Path> file =
                    slash < 0 ? Optional.empty() : channel.file(name.substring(0, slash), name.substring(slash + 1));
            return file.isPresent() ? samples.answer(file.get()) : Answer.problem(404, "no such segment");
        }
        Condition now = condition;
        if (now.fault() == OriginFault.DOWN) {
            return unavailable();
        }
        String rendition = name.substring(0, name.lastIndexOf('.'));
        boolean hasEnded = now.fault() == OriginFault.ENDED;
        Instant time = hasEnded || now.fault() == OriginFault.STALE ? now.since() : clock.instant();
        Optional<String> text = rendition.equals("multivariant")
                ? Optional.of(channel.multivariant())
                : channel.playlist(rendition, time).map(live -> hasEnded ? live + "#EXT-X-ENDLIST\n" : live);
        return text.map(playlist -> Answer.text(MediaTypes.PLAYLIST, playlist))
                .orElseGet(() -> Answer.problem(404, "no such rendition"));
    }

    private static boolean isPlaylist(Request request) {
        return request.path().toLowerCase(Locale.ROOT).endsWith(".m3u8");
    }

    private static Answer unavailable() {
        return Answer.problem(503, "the origin is down");
    }
}
