package dev.hemstitch.examples.kit.live;

import static dev.hemstitch.examples.kit.live.ChannelReplica.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.world.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two replicas, and a session store that loses all it knew while a break is on. */
class ForgottenSessionsTest {
    private static final String VIEWER = "viewer";

    private final World world = new World();
    private final SessionStore store = new MemorySessionStore(Duration.ofHours(1), 1 << 20);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aReplicaThatHasNotYetServedTheBreakGoesOnWithItsAdsWhenAnotherOneHas() {
        ChannelReplica one = new ChannelReplica(world, store);
        ChannelReplica other = new ChannelReplica(world, store);
        world.live.advanceToBreak();
        other.watch(VIEWER, VIDEO);
        one.watch(VIEWER, VIDEO);
        world.live.advance();
        world.live.advance();
        assertThat(one.watch(VIEWER, VIDEO)).contains("/ad-1");
        store.close(); // all is lost
        assertThat(one.watch(VIEWER, VIDEO)).contains("/ad-1");
        assertThat(other.watch(VIEWER, VIDEO)).isEqualTo(one.watch(VIEWER, VIDEO));
        assertThat(world.ads.asked()).hasSize(1);
    }
}
