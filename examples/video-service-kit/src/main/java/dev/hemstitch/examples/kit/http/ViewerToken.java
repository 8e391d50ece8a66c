package dev.hemstitch.examples.kit.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a viewer calls itself: whoever has the token has the session. So it is printed as a short hash only, which is enough to
 * find a viewer's lines in the log and of no use to anybody else.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 _ -}
 */
public record ViewerToken(String value) {
    private static final int MOST_CHARACTERS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 16;
    private static final int SHOWN_DIGITS = 12;

    /**
     * A token.
     *
     * @param value the token as the viewer sent it
     * @throws RefusedException with status 400 if it is not of this form
     */
    public ViewerToken {
        if (!PlainText.is(value, 0, value.length(), MOST_CHARACTERS)) {
            throw new RefusedException(400, "a viewer token is 1 to 64 letters, digits, _ and -");
        }
    }

    /** {@return a token that nobody has} */
    public static ViewerToken fresh() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new ViewerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** {@return 12 hexadecimal digits that stand for this viewer in logs and in requests to ad servers; the same each time} */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest).substring(0, SHOWN_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** {@return the hash, so that no log line can give a session away} */
    @Override
    public String toString() {
        return hash();
    }
}
