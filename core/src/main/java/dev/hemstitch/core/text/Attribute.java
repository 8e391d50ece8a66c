package dev.hemstitch.core.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The definition of an attribute: its name, its type in the specification, and how its value is read and written.
 *
 * <p>Reading is tolerant: quotes that are missing or too many do not hide a value. Writing follows the type.
 *
 * @param <T> what the value is in Java
 * @param name the name
 * @param type the type in RFC 8216bis, 4.2
 * @param isRequired whether the tag means nothing without it
 * @param reader from the text without quotes; empty if it is no such value
 * @param writer to the text without quotes
 */
public record Attribute<T>(
        String name,
        AttributeType type,
        boolean isRequired,
        Function<String, Optional<T>> reader,
        Function<T, String> writer) {

    /**
     * {@return this definition as that of a required attribute}
     */
    public Attribute<T> required() {
        return new Attribute<>(name, type, true, reader, writer);
    }

    /**
     * A decimal-integer: unsigned 64 bit.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<Long> decimalInteger(String name) {
        return of(name, AttributeType.DECIMAL_INTEGER, UnsignedIntegers::parse, Long::toUnsignedString);
    }

    /**
     * A hexadecimal-sequence, kept as text with its {@code 0x}.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<String> hexadecimalSequence(String name) {
        return of(name, AttributeType.HEXADECIMAL_SEQUENCE, Optional::of, Function.identity());
    }

    /**
     * A decimal-floating-point, exact and with its trailing zeros.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<BigDecimal> decimal(String name) {
        return of(name, AttributeType.DECIMAL_FLOATING_POINT, Decimals::parse, BigDecimal::toPlainString);
    }

    /**
     * A signed-decimal-floating-point, exact and with its trailing zeros.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<BigDecimal> signedDecimal(String name) {
        return of(name, AttributeType.SIGNED_DECIMAL_FLOATING_POINT, Decimals::parse, BigDecimal::toPlainString);
    }

    /**
     * A quoted-string.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<String> quotedString(String name) {
        return of(name, AttributeType.QUOTED_STRING, Optional::of, Function.identity());
    }

    /**
     * A quoted-string that is read and written as something else.
     *
     * @param <T> what the value is in Java
     * @param name the name
     * @param reader from the text without quotes
     * @param writer to the text without quotes
     * @return the definition
     */
    public static <T> Attribute<T> quoted(
            String name, Function<String, Optional<T>> reader, Function<T, String> writer) {
        return of(name, AttributeType.QUOTED_STRING, reader, writer);
    }

    /**
     * An enumerated-string as an open value, so that words unknown today survive.
     *
     * @param <T> what the value is in Java
     * @param name the name
     * @param reader from the word
     * @param writer to the word
     * @return the definition
     */
    public static <T> Attribute<T> enumerated(String name, Function<String, T> reader, Function<T, String> writer) {
        return of(name, AttributeType.ENUMERATED_STRING, text -> Optional.of(reader.apply(text)), writer);
    }

    /**
     * An enumerated-string of YES and NO; other words are read as absent.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<Boolean> yesNo(String name) {
        return of(
                name,
                AttributeType.ENUMERATED_STRING,
                text -> switch (text) {
                    case "YES" -> Optional.of(true);
                    case "NO" -> Optional.of(false);
                    default -> Optional.empty();
                },
                value -> value ? "YES" : "NO");
    }

    /**
     * A list of words or other values within one quoted string; an empty string is an empty list.
     *
     * @param name the name
     * @param type {@link AttributeType#ENUMERATED_STRING_LIST} or {@link AttributeType#QUOTED_STRING}
     * @param separator what stands between two values
     * @return the definition
     */
    public static Attribute<List<String>> list(String name, AttributeType type, char separator) {
        return of(
                name,
                type,
                text -> Optional.of(split(text, separator)),
                values -> String.join(String.valueOf(separator), values));
    }

    /**
     * A decimal-resolution.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<DecimalResolution> resolution(String name) {
        return of(name, AttributeType.DECIMAL_RESOLUTION, DecimalResolution::parse, DecimalResolution::toString);
    }

    /**
     * A value that is a quoted string or an unquoted word: {@code CLOSED-CAPTIONS}.
     *
     * @param name the name
     * @return the definition
     */
    public static Attribute<String> quotedOrEnumerated(String name) {
        return of(name, AttributeType.QUOTED_OR_ENUMERATED, Optional::of, Function.identity());
    }

    private static <T> Attribute<T> of(
            String name, AttributeType type, Function<String, Optional<T>> reader, Function<T, String> writer) {
        return new Attribute<>(name, type, false, reader, writer);
    }

    private static List<String> split(String text, char separator) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == separator) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        return List.copyOf(parts);
    }

    @Override
    public String toString() {
        return name;
    }
}
