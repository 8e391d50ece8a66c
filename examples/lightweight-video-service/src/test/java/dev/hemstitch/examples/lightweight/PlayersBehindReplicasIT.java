package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.simulator.OriginBreak;
import dev.hemstitch.ads.simulator.OriginSnapshot;
import dev.hemstitch.ads.simulator.PlayerModel;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.world.Nginx;
import dev.hemstitch.examples.kit.world.RedisServer;
import dev.hemstitch.examples.kit.world.Viewer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas behind nginx and before Redis, all of them processes, watched by the player model of the library's simulator, which
 * knows what each viewer has to be shown, and holds every refresh against the rules of live playlists.
 */
class PlayersBehindReplicasIT {
    private static final int VIEWERS = 3;
    /** Half of a target duration: what players that saw nothing new wait for. */
    private static final Duration STEP = Duration.ofSeconds(3);

    private static final Duration BREAK_EVERY = Duration.ofSeconds(80);
    private static final Duration LENGTH = Duration.ofMinutes(20);

    private static final Duration BEFORE = Duration.ofSeconds(30);
    /** Until the last break has left the window. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private interface Fault {
        void happen() throws Exception;
    }

    @Test
    void noRefreshIsIllegalWhileAReplicaAndThenRedisIsKilledInMidBreakAndComesBack() throws Exception {
        try (SimulatedChannel channel = new SimulatedChannel(7, LENGTH, BREAK_EVERY);
                RedisServer redis = RedisServer.start();
                ServiceProcess one = replica("legacy-video-service", channel, redis);
                ServiceProcess other = replica("lightweight-video-service", channel, redis);
                Nginx nginx = Nginx.start(folder, List.of(one.uri(), other.uri()))) {
            Map<ViewerToken, PlayerModel> players = new LinkedHashMap<>();
            for (int i = 0; i < VIEWERS; i++) {
                ViewerToken token = new ViewerToken("viewer-" + i);
                players.put(token, channel.player(token));
            }
            List<OriginBreak> breaks = channel.breaksToCome();
            channel.advanceTo(channel.at(breaks.get(0).startNanos()).minus(BEFORE));
            NavigableMap<Instant, Fault> faults = new TreeMap<>();
            faults.put(inside(channel, breaks.get(1), 30), one::kill); // the break before has shifted all numbers
            faults.put(inside(channel, breaks.get(1), 90), () -> one.startAgainBehind(nginx));
            faults.put(inside(channel, breaks.get(2), 30), redis::kill);
            faults.put(inside(channel, breaks.get(2), 70), redis::startAgain);
            Instant end = channel.at(breaks.get(2).endNanos()).plus(AFTERWARDS);

            int refreshes = 0;
            int ads = 0;
            List<String> failed = new ArrayList<>();
            while (channel.now().isBefore(end)) {
                while (!faults.isEmpty() && !faults.firstKey().isAfter(channel.now())) {
                    faults.pollFirstEntry().getValue().happen();
                }
                for (Map.Entry<ViewerToken, PlayerModel> player : players.entrySet()) {
                    for (String rendition : channel.renditions()) {
                        OriginSnapshot given = channel.snapshot(rendition);
                        HttpResponse<byte[]> answer = Viewer.get(
                                nginx.uri(),
                                "/v/channel/" + rendition + "-live.m3u8?viewer="
                                        + player.getKey().value());
                        if (answer.statusCode() != 200) {
                            failed.add(channel.now() + " " + rendition + ": " + answer.statusCode() + " "
                                    + Viewer.text(answer));
                            continue;
                        }
                        byte[] playlist = channel.asSimulated(answer.body());
                        player.getValue().refresh(given, Optional.of(playlist), channel.now());
                        ads += new String(playlist, StandardCharsets.UTF_8).contains("https://ads.example/") ? 1 : 0;
                        refreshes++;
                    }
                }
                channel.advanceTo(channel.now().plus(STEP));
            }

            assertThat(failed).as("refused").isEmpty();
            assertThat(players.values())
                    .allSatisfy(player -> assertThat(player.violations()).isEmpty());
            assertThat(refreshes).isGreaterThan(1_000);
            // Without slate some breaks keep their content: the stream would become too short.
            assertThat(ads).as("refreshes with ads in the window").isGreaterThan(refreshes / 5);
        }
    }

    private static Instant inside(SimulatedChannel channel, OriginBreak adBreak, int percent) {
        long length = adBreak.endNanos() - adBreak.startNanos();
        return channel.at(adBreak.startNanos() + length / 100 * percent);
    }

    private ServiceProcess replica(String name, SimulatedChannel channel, RedisServer redis) throws Exception {
        return ServiceProcess.start(
                name,
                folder,
                "catalog.url=" + channel.uri(),
                "session.store=" + redis.uri(),
                "ad.timeout.ms=10000",
                "live.snapshot.ms=1");
    }
}
