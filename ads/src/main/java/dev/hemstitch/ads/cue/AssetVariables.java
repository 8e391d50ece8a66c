package dev.hemstitch.ads.cue;

import dev.hemstitch.core.text.AttributeList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value of EXT-X-ASSET: names and values, both URL-encoded. */
final class AssetVariables {
    private static final String UNRESERVED = "-._~";

    private AssetVariables() {}

    static Map<String, String> read(String value) {
        Map<String, String> variables = new LinkedHashMap<>();
        AttributeList.parse(value).asMap().forEach((name, text) -> {
            if (!name.isBlank()) {
                variables.put(decode(name.strip()), decode(SpliceFacts.unquoted(text.text())));
            }
        });
        return variables;
    }

    static String write(Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        variables.forEach((name, value) -> text.append(text.length() == 0 ? "" : ",")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        return text.toString();
    }

    /** Undoes percent-encoding; what is none stays as it is. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                decoded.write(high * 16 + low);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
