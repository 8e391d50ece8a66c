package dev.hemstitch.examples.lightweight;

import com.sun.net.httpserver.HttpExchange;
import dev.hemstitch.ads.simulator.AdServer;
import dev.hemstitch.ads.simulator.Channel;
import dev.hemstitch.ads.simulator.ChannelOptions;
import dev.hemstitch.ads.simulator.ContentRendition;
import dev.hemstitch.ads.simulator.Origin;
import dev.hemstitch.ads.simulator.OriginBreak;
import dev.hemstitch.ads.simulator.OriginSnapshot;
import dev.hemstitch.ads.simulator.PlayerModel;
import dev.hemstitch.ads.simulator.SimulatedAd;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.world.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * The channel of the library's live simulator with its ads, a catalog that has it as {@code channel}, and an ad server, all over
 * HTTP, on the simulator's clock. What the simulator calls {@code https://origin.example/} and {@code https://ads.example/} is at
 * this server.
 */
final class SimulatedChannel extends LoopbackServer {
    private static final String ORIGIN = "https://origin.example";
    private static final String ADS = "https://ads.example";
    private static final String ADS_HERE = "/ads";

    private final long seed;
    private final Channel channel;
    private Instant now;

    SimulatedChannel(long seed, Duration length, Duration breakEvery) {
        this.seed = seed;
        ChannelOptions.Builder options = ChannelOptions.builder(seed, length).breakEvery(breakEvery);
        List<ContentRendition> renditions = options.build().renditions();
        // Without subtitles: where an ad has none, services fill in some of their own, which the simulator does not
        // know.
        options.renditions(renditions.stream()
                .filter(rendition -> rendition.kind() != ContentRendition.Kind.SUBTITLES)
                .toList());
        channel = Channel.of(options.build()).steady();
        now = channel.origin().ready();
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        Optional<byte[]> body = found(exchange);
        send(exchange, body.isPresent() ? 200 : 404, body.orElse(new byte[0]));
    }

    private synchronized Optional<byte[]> found(HttpExchange exchange) {
        Origin origin = channel.origin();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/titles")) {
            return Optional.of(
                    utf8("{\"titles\":[{\"id\":\"channel\",\"name\":\"A channel\",\"kind\":\"live\",\"origin\":\""
                            + origin.uri().replace(ORIGIN, uri()) + "\",\"adTag\":\"" + uri()
                            + "/vast?viewer=[VIEWER]\"}]}"));
        }
        if (path.equals("/vast")) {
            String query = exchange.getRequestURI().getQuery();
            return Optional.of(utf8(vast(query.substring(query.indexOf('=') + 1))));
        }
        return path.startsWith(ADS_HERE + '/')
                ? channel.ads().playlist(ADS + path.substring(ADS_HERE.length()))
                : origin.playlist(ORIGIN + path, now);
    }

    /** What the simulator's ad server decides for the break that is nearest. */
    private String vast(String viewer) {
        long nanos = Duration.between(channel.origin().start(), now).toNanos();
        OriginBreak nearest = channel.origin().breaks().stream()
                .min(Comparator.comparingLong(each -> Math.abs(each.startNanos() - nanos)))
                .orElseThrow();
        AdServer decides = channel.adServer();
        List<SimulatedAd> ads = decides.ask(
                        viewer, "break-" + nearest.number(), OptionalLong.of(nearest.endNanos() - nearest.startNanos()))
                .orElseThrow();
        StringBuilder text = new StringBuilder("<VAST version=\"4.0\">");
        for (int i = 0; i < ads.size(); i++) {
            text.append(
                            "<Ad id=\"%1$s\" sequence=\"%2$d\"><InLine><AdSystem>simulator</AdSystem><AdTitle>%1$s</AdTitle>"
                                    .formatted(ads.get(i).id(), i + 1))
                    .append("<Impression><![CDATA[%s/impression]]></Impression><Creatives><Creative><Linear>"
                            .formatted(uri()))
                    .append("<Duration>00:00:%02d</Duration><MediaFiles><MediaFile delivery=\"streaming\""
                            .formatted(Math.min(59, ads.get(i).durationNanos() / 1_000_000_000L)))
                    .append(
                            " type=\"application/vnd.apple.mpegurl\" width=\"640\" height=\"360\"><![CDATA[%s]]></MediaFile>"
                                    .formatted(ads.get(i).uri().replace(ADS, uri() + ADS_HERE)))
                    .append("</MediaFiles></Linear></Creative></Creatives></InLine></Ad>");
        }
        return text.append("</VAST>").toString();
    }

    /** A viewer's player, which checks all that it is given. */
    PlayerModel player(ViewerToken token) {
        return new PlayerModel(
                channel.origin(), channel.ads(), channel.adServer(), seed, token.hash(), UnaryOperator.identity());
    }

    List<String> renditions() {
        return channel.origin().options().renditions().stream()
                .map(ContentRendition::name)
                .toList();
    }

    /** The snapshot of a rendition that services are given now. */
    synchronized OriginSnapshot snapshot(String rendition) {
        return channel.origin().snapshot(rendition, now, 0).orElseThrow();
    }

    /** What a service answered, with the simulator's names for all places. */
    byte[] asSimulated(byte[] playlist) {
        String text = new String(playlist, StandardCharsets.UTF_8);
        return utf8(text.replace(uri() + ADS_HERE, ADS).replace(uri(), ORIGIN));
    }

    synchronized Instant now() {
        return now;
    }

    synchronized void advanceTo(Instant time) {
        now = time;
    }

    /** The breaks that begin from now on. */
    List<OriginBreak> breaksToCome() {
        return channel.origin().breaks().stream()
                .filter(each ->
                        channel.origin().start().plusNanos(each.startNanos()).isAfter(now()))
                .toList();
    }

    Instant at(long nanos) {
        return channel.origin().start().plusNanos(nanos);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
