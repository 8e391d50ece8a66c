package dev.hemstitch.examples.kit.live;

import static dev.hemstitch.examples.kit.live.ChannelReplica.AUDIO;
import static dev.hemstitch.examples.kit.live.ChannelReplica.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.titles.Title;
import dev.hemstitch.examples.kit.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** For whom the ad server is asked when the first viewer sees a break. */
class AskedAheadTest {
    private static final Duration PACE = Duration.ofMillis(20);

    private final World world = new World();
    private final AtomicLong nanos = new AtomicLong();
    private final ChannelReplica replica =
            new ChannelReplica(world, new MemorySessionStore(Duration.ofHours(1), 1 << 20), nanos::get, Runnable::run);
    private final LiveChannel channel = replica.channel();
    private final BreakQuestion question =
            new BreakQuestion(replica.title().adTag().orElseThrow(), BreakQuestion.Place.BREAK, -1, Map.of(), "");
    private final AskedAhead ahead = replica.ahead;

    @AfterEach
    void close() {
        world.close();
    }

    private AskedRendition asked(String viewer, String rendition) {
        return replica.asked(channel, viewer, rendition);
    }

    private List<String> viewersAskedFor() {
        return world.ads.asked().stream()
                .map(query -> query.replaceAll(".*&viewer=|&most=.*", ""))
                .toList();
    }

    private void awaitAskedFor(String viewer) {
        awaitAskedFor(viewer, ChannelReplica.TIMEOUT);
    }

    private void awaitAskedFor(String viewer, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (!viewersAskedFor().contains(hash(viewer)) && System.nanoTime() < until) {
            sleep(PACE);
        }
        assertThat(viewersAskedFor()).contains(hash(viewer));
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String viewer) {
        return new ViewerToken(viewer).hash();
    }

    @Test
    void allWhoWatchAreAskedForOnceWhenTheFirstSeesABreak() throws Exception {
        ahead.watches(asked("first", VIDEO), PACE);
        ahead.watches(asked("second", AUDIO), PACE);
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("second");
        awaitAskedFor("first");
        ahead.sees(asked("second", AUDIO), "event", question);
        assertThat(replica.breaks
                        .ask(asked("second", VIDEO), "event", question)
                        .get()
                        .ads())
                .hasSize(2);
        assertThat(viewersAskedFor()).containsExactlyInAnyOrder(hash("first"), hash("second"));
    }

    @Test
    void whoComesWhenTheBreakHasBeenSeenIsAskedForWhenTheNextOneIs() {
        ahead.watches(asked("first", VIDEO), PACE);
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("first");
        ahead.watches(asked("late", VIDEO), PACE);
        ahead.sees(asked("first", VIDEO), "event", question);
        sleep(PACE.multipliedBy(2));
        assertThat(viewersAskedFor()).containsExactly(hash("first"));
        ahead.sees(asked("first", VIDEO), "next event", question);
        awaitAskedFor("late");
    }

    @Test
    void nobodyIsAskedForLongBeforeTheNextRefreshIsDue() {
        ahead.watches(asked("later", VIDEO), Duration.ofHours(1));
        ahead.watches(asked("soon", VIDEO), PACE);
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("soon");
        sleep(PACE.multipliedBy(2));
        assertThat(viewersAskedFor()).containsExactly(hash("soon"));
    }

    @Test
    void askingBeginsAsLongBeforeTheNextRefreshAsItMayTake() {
        Duration pace = ChannelReplica.TIMEOUT.multipliedBy(10);
        ahead.watches(asked("viewer", VIDEO), pace);
        nanos.addAndGet(pace.minus(ChannelReplica.TIMEOUT).toNanos());
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("viewer", ChannelReplica.TIMEOUT.dividedBy(2));
    }

    @Test
    void whoIsALittleLateIsAskedForAndWhoHasNotRefreshedForLongerIsNot() {
        ahead.watches(asked("gone", VIDEO), PACE);
        nanos.addAndGet(PACE.toNanos() / 2);
        ahead.watches(asked("late", VIDEO), PACE);
        nanos.addAndGet(PACE.toNanos() * 5 / 4);
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("late");
        sleep(PACE);
        assertThat(viewersAskedFor()).containsExactly(hash("late"));
    }

    @Test
    void nobodyIsAskedForWhoWatchesAnotherChannel() {
        Title title = replica.title();
        Title other = new Title("other", Title.Kind.LIVE, title.origin(), Optional.empty(), title.adTag());
        ViewerToken elsewhere = new ViewerToken("elsewhere");
        ahead.watches(
                new AskedRendition(other, channel, VIDEO, elsewhere, ChannelReplica.DEVICE, ChannelReplica.WINDOW),
                PACE);
        ahead.watches(asked("here", VIDEO), PACE);
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("here");
        sleep(PACE);
        assertThat(viewersAskedFor()).containsExactly(hash("here"));
    }

    @Test
    void aBreakThatIsANumberIsNoneForThoseWhoWatchAnotherRendition() {
        ahead.watches(asked("listener", AUDIO), PACE);
        ahead.watches(asked("viewer", VIDEO), PACE);
        ahead.sees(asked("first", VIDEO), "msn-7", question);
        awaitAskedFor("viewer");
        sleep(PACE);
        assertThat(viewersAskedFor()).containsExactly(hash("viewer"));
    }
}
