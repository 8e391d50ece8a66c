package dev.hemstitch.core.reference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Generated playlists: the same seed gives the same text, however often. */
public final class PlaylistTexts {
    /** Where the playlists are said to come from; its query has the parameter that a DEFINE may ask for. */
    public static final String BASE_URI = "https://origin.example/live/a(b).ism/playlist.m3u8?token=tk-1";

    /** What the variables imported or taken from the query of {@link #BASE_URI} stand for. */
    public static final Map<String, String> OUTSIDE_VARIABLES =
            Map.of("imported", "https://imp.example", "token", "tk-1");

    private PlaylistTexts() {}

    /** A media playlist that breaks no rule of the specification, neither MUST nor SHOULD. */
    public static String media(long seed) {
        return text(MediaTexts.lines(new Dice(seed)));
    }

    /** A multivariant playlist that breaks no rule of the specification, neither MUST nor SHOULD. */
    public static String multivariant(long seed) {
        return text(MultivariantTexts.lines(new Dice(seed)));
    }

    /** A playlist of either kind as the world has them: odd, or broken in a common way. */
    public static byte[] dirty(long seed) {
        return new Dice(~seed).chance(75) ? dirtyMedia(seed) : dirtyMultivariant(seed);
    }

    /** As {@link #dirty}, media playlists only. */
    public static byte[] dirtyMedia(long seed) {
        Dice dice = new Dice(seed);
        return new DirtyTexts(dice, MediaTexts.lines(dice)).bytes();
    }

    /** As {@link #dirty}, multivariant playlists only. */
    public static byte[] dirtyMultivariant(long seed) {
        Dice dice = new Dice(seed);
        return new DirtyTexts(dice, MultivariantTexts.lines(dice)).bytes();
    }

    /** The bytes of a generated text. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
