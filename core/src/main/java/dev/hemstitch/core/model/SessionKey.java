package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import java.util.List;
import java.util.Optional;

/**
 * A key that Media Playlists use, for loading it early (EXT-X-SESSION-KEY, RFC 8216bis, 4.4.6.5).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SessionKey extends AttributeTag {
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

    SessionKey(AttributeList attributes) {
        super(attributes);
    }

    /**
     * {@return a builder without any attribute; METHOD is required}
     */
    public static Builder<SessionKey> builder() {
        return new Builder<>(HlsTag.SESSION_KEY, AttributeList.builder(), SessionKey::new, true);
    }

    /** {@return a builder that starts with these attributes} */
    public Builder<SessionKey> toBuilder() {
        return new Builder<>(HlsTag.SESSION_KEY, attributes().toBuilder(), SessionKey::new, false);
    }

    @Override
    public HlsTag tag() {
        return HlsTag.SESSION_KEY;
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
}
