package dev.hemstitch.examples.kit.live;

import static dev.hemstitch.examples.kit.live.ChannelReplica.VIDEO;
import static dev.hemstitch.examples.kit.live.ChannelReplica.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long what was answered for a break is kept: as long as somebody may be shown it, and not for the whole session. */
class BreakAnswersKeptTest {
    private static final Duration LENGTH = Duration.ofSeconds(28);
    private static final Duration NEEDED = LENGTH.plus(WINDOW).plus(WINDOW);
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final World world = new World();
    private final AtomicLong nanos = new AtomicLong();
    private final SessionStore store = new MemorySessionStore(Duration.ofHours(4), 1 << 20, nanos::get);
    private final ChannelReplica one = replica();
    private final LiveChannel channel = one.channel();

    @AfterEach
    void close() {
        world.close();
    }

    private ChannelReplica replica() {
        return new ChannelReplica(world, store, nanos::get, Runnable::run);
    }

    private String firstAd() {
        OptionalLong length = OptionalLong.of(LENGTH.toNanos());
        SignalledBreak signalled = SignalledBreak.builder("event", 0)
                .durationNanos(length)
                .untilNanos(length)
                .build();
        return decisions(one).ads(signalled).orElseThrow().get(0).id();
    }

    private ViewerDecisions decisions(ChannelReplica replica) {
        return replica.decisions(replica.asked(channel, "viewer", VIDEO));
    }

    private boolean finds(ChannelReplica replica, String ad) {
        return decisions(replica).ad(ad).map(LiveAd::id).filter(ad::equals).isPresent();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void whoPausesFindsTheAdsOfABreakThatIsStillListedAtAnyReplica() {
        String ad = firstAd();
        pass(NEEDED);
        assertThat(finds(replica(), ad)).isTrue();
        assertThat(finds(one, ad)).isTrue();
        assertThat(world.ads.asked()).hasSize(1);
    }

    @Test
    void answersAreForgottenWhenTheirBreakHasPassed() {
        String ad = firstAd();
        pass(NEEDED.plus(SPARE).plusSeconds(1));
        assertThat(finds(one, ad)).isFalse();
        assertThat(finds(replica(), ad)).isFalse();
    }

    @Test
    void aBreakThatGoesOnAndOnKeepsItsAdsForAllReplicas() {
        String ad = firstAd();
        for (Duration watched = Duration.ZERO;
                watched.compareTo(Duration.ofHours(1)) < 0;
                watched = watched.plusSeconds(20)) {
            pass(Duration.ofSeconds(20));
            assertThat(finds(one, ad)).isTrue();
        }
        assertThat(finds(replica(), ad)).isTrue();
    }

    @Test
    void aBreakThatIsAnnouncedLongBeforeKeepsItsAdsForAllReplicas() {
        for (int i = 0; i < 30; i++) {
            pass(Duration.ofSeconds(20));
            String ad = firstAd();
            assertThat(finds(replica(), ad)).isTrue();
        }
        assertThat(world.ads.asked()).hasSize(1);
    }

    @Test
    void whatIsNeverRemovedFromAPlaylistKeepsItsAdsAsLongAsTheSession() {
        BreakQuestion question = question(BreakQuestion.Place.BREAK, LENGTH.toNanos());
        assertThat(question.kept(SessionStore.LONGEST)).isEqualTo(SessionStore.LONGEST);
    }

    @Test
    void whatPlaysBeforeOrBehindAllIsKeptAsLongAsTheSession() {
        assertThat(question(BreakQuestion.Place.START, -1).kept(WINDOW)).isEqualTo(SessionStore.LONGEST);
        assertThat(question(BreakQuestion.Place.END, -1).kept(WINDOW)).isEqualTo(SessionStore.LONGEST);
    }

    @Test
    void aBreakOfUnknownLengthMayLastAsLongAsAnyOfThose() {
        assertThat(question(BreakQuestion.Place.BREAK, -1).kept(WINDOW))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5).plus(WINDOW).plus(WINDOW));
    }

    private static BreakQuestion question(BreakQuestion.Place place, long lengthNanos) {
        return new BreakQuestion("http://ads.example/", place, lengthNanos, Map.of(), "");
    }
}
