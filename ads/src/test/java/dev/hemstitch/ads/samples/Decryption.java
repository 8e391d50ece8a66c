package dev.hemstitch.ads.samples;

import dev.hemstitch.core.reference.EffectiveKey;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Reads the media of segments as a client does, with the keys and initialization vectors in force. */
final class Decryption {
    private Decryption() {}

    /** The bytes of a segment with absolute URIs, in the clear. */
    static byte[] clearBytes(EffectiveSegment segment) {
        byte[] bytes = Samples.bytes(segment.uri());
        if (segment.byteRange().isPresent()) {
            int offset = segment.byteRange().get().offset().orElseThrow().intValueExact();
            int length = segment.byteRange().get().length().intValueExact();
            bytes = Arrays.copyOfRange(bytes, offset, offset + length);
        }
        for (EffectiveKey key : segment.keys()) {
            bytes = decrypt(bytes, key);
        }
        return bytes;
    }

    private static byte[] decrypt(byte[] bytes, EffectiveKey key) {
        byte[] secret = Samples.bytes(key.uri().orElseThrow());
        byte[] iv = HexFormat.of().parseHex(key.iv().orElseThrow());
        try {
            // What RFC 8216bis, 5.2 calls AES-128; PKCS7 has this name in Java.
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("cannot decrypt with " + key, e);
        }
    }
}
