package dev.hemstitch.examples.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerRoomTest {
    private static final ServiceAnswer LONG = ServiceAnswer.json(200, new byte[600]);

    @Test
    void whatHasNoRoomIsRefusedUntilSomethingIsSent() {
        AnswerRoom room = new AnswerRoom(1_000);
        ServiceAnswer first = room.enter(LONG);
        assertThat(first).isSameAs(LONG);
        ServiceAnswer second = room.enter(LONG);
        assertThat(second.status()).isEqualTo(503);
        room.leave(first);
        assertThat(room.enter(LONG)).isSameAs(LONG);
        room.leave(second);
    }

    @Test
    void howeverOftenItIsFullAllOfItIsThereAgain() {
        AnswerRoom room = new AnswerRoom(1_000);
        for (int i = 0; i < 1_000; i++) {
            ServiceAnswer one = room.enter(LONG);
            ServiceAnswer other = room.enter(LONG);
            assertThat(one.status()).isEqualTo(200);
            assertThat(other.status()).isEqualTo(503);
            room.leave(other);
            room.leave(one);
        }
    }
}
