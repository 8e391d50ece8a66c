package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import java.util.List;
import java.util.Optional;

/**
 * How to decrypt segments (EXT-X-KEY, RFC 8216bis, 4.4.4.4).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Key extends AttributeTag {
    /** METHOD: how segments are encrypted. */
    public static final Attribute<KeyMethod> METHOD =
            Attribute.enumerated("METHOD", KeyMethod::new, KeyMethod::value).required();

    /** URI: where the key is. */
    public static final Attribute<String> URI = Attribute.quotedString("URI");

    /** IV: the initialization vector in hexadecimal. */
    public static final Attribute<String> IV = Attribute.hexadecimalSequence("IV");

    /** KEYFORMAT: how the key is represented; absent means identity. */
    public static final Attribute<String> KEYFORMAT = Attribute.quotedString("KEYFORMAT");

    /** KEYFORMATVERSIONS: the versions of the format; absent means 1. */
    public static final Attribute<List<String>> KEYFORMATVERSIONS =
            Attribute.list("KEYFORMATVERSIONS", AttributeType.QUOTED_STRING, '/');

    static final List<Attribute<?>> ATTRIBUTES = List.of(METHOD, URI, IV, KEYFORMAT, KEYFORMATVERSIONS);

    private final String keyFormat;
    private final boolean implicitIv;

    Key(AttributeList attributes) {
        super(attributes);
        this.keyFormat = get(KEYFORMAT).orElse("identity");
        KeyMethod method = get(METHOD).orElse(KeyMethod.NONE);
        this.implicitIv = (method.equals(KeyMethod.AES_128) || method.equals(KeyMethod.SAMPLE_AES))
                && keyFormat.equals("identity")
                && get(IV).isEmpty();
    }

    /**
     * {@return a builder without any attribute; METHOD is required}
     */
    public static Builder<Key> builder() {
        return new Builder<>(HlsTag.KEY, AttributeList.builder(), Key::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<Key> toBuilder() {
        return new Builder<>(HlsTag.KEY, attributes().toBuilder(), Key::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.KEY;
    }

    /** {@return how segments are encrypted} */
    public KeyMethod method() {
        return require(METHOD);
    }

    /** {@return where the key is; empty if absent} */
    public Optional<String> uri() {
        return get(URI);
    }

    /** {@return the initialization vector in hexadecimal; empty if absent} */
    public Optional<String> iv() {
        return get(IV);
    }

    /** {@return how the key is represented; absent means identity} */
    public Optional<String> keyformat() {
        return get(KEYFORMAT);
    }

    /** {@return the versions of the format; absent means 1} */
    public List<String> keyformatversions() {
        return get(KEYFORMATVERSIONS).orElse(List.of());
    }

    /** {@return the format in which the key is represented, {@code identity} if KEYFORMAT is absent} */
    public String keyFormat() {
        return keyFormat;
    }

    /** {@return whether METHOD is NONE, so that segments are not encrypted} */
    public boolean isNone() {
        return method().equals(KeyMethod.NONE);
    }

    /**
     * Whether the initialization vector is each segment's Media Sequence Number (RFC 8216bis, 5.2): no IV, format
     * {@code identity}, and a method that has an initialization vector.
     *
     * @return whether it is
     */
    public boolean hasImplicitIv() {
        return implicitIv;
    }
}
