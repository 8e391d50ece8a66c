package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import java.util.Optional;
import java.util.function.Function;

/**
 * A tag whose value is an attribute list, as a noun of the specification.
 *
 * <p>Each subclass has one public definition for each attribute of its tag: reading by an accessor or {@link #get},
 * writing by {@link Builder#set}. Attributes that the specification does not define are kept and can be read and set by
 * name. Two are equal if their attributes are, whatever their order and layout.
 */
public abstract sealed class AttributeTag
        permits ContentSteering,
                DateRange,
                IFrameVariant,
                InitializationSection,
                Key,
                PartialSegment,
                PartInformation,
                PreloadHint,
                Rendition,
                RenditionReport,
                ServerControl,
                SessionData,
                SessionKey,
                Skip,
                Start,
                VariableDefinition,
                Variant {
    private final AttributeList attributes;

    AttributeTag(AttributeList attributes) {
        this.attributes = attributes;
    }

    /** {@return the tag} */
    public abstract HlsTag tag();

    /** {@return all attributes, the unknown ones too, in their order} */
    public final AttributeList attributes() {
        return attributes;
    }

    /**
     * Reads an attribute.
     *
     * @param <T> what its value is in Java
     * @param attribute its definition
     * @return its value, or empty if it is absent or cannot be read
     */
    public final <T> Optional<T> get(Attribute<T> attribute) {
        return attributes.get(attribute);
    }

    final <T> T require(Attribute<T> attribute) {
        return attributes.get(attribute).orElseThrow();
    }

    /** Whether all attributes are there without which the tag means nothing. */
    static boolean isComplete(HlsTag tag, AttributeList attributes) {
        for (Attribute<?> attribute : tag.required()) {
            if (attributes.get(attribute).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the tag's line without line end} */
    public final String line() {
        return "#" + tag().tagName() + ":" + attributes;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof AttributeTag other && tag() == other.tag() && attributes.equals(other.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    /** {@return the tag's line} */
    @Override
    public String toString() {
        return line();
    }

    /**
     * Collects the attributes of a tag; not safe for use by several threads.
     *
     * @param <N> the noun to build
     */
    public static final class Builder<N extends AttributeTag> {
        private final HlsTag tag;
        private final AttributeList.Builder attributes;
        private final Function<AttributeList, N> factory;
        private final boolean inOrder;

        Builder(HlsTag tag, AttributeList.Builder attributes, Function<AttributeList, N> factory, boolean inOrder) {
            this.tag = tag;
            this.attributes = attributes;
            this.factory = factory;
            this.inOrder = inOrder;
        }

        /**
         * Sets an attribute.
         *
         * @param <T> what its value is in Java
         * @param attribute its definition
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException if writing the value would end its attribute, its list or its line
         */
        public <T> Builder<N> set(Attribute<T> attribute, T value) {
            attributes.set(attribute, value);
            return this;
        }

        /**
         * Sets an attribute that the specification does not define.
         *
         * @param name its name
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException if writing the name would end its list or its line
         */
        public Builder<N> set(String name, AttributeValue value) {
            attributes.set(name, value);
            return this;
        }

        /**
         * Removes an attribute if it is there.
         *
         * @param name its name
         * @return this builder
         */
        public Builder<N> remove(String name) {
            attributes.remove(name);
            return this;
        }

        /**
         * Builds the noun: one made from nothing has its attributes in the specification's order, an edited one keeps
         * its order.
         *
         * @return the noun
         * @throws IllegalArgumentException if a required attribute is missing
         */
        public N build() {
            AttributeList list = attributes.build();
            for (Attribute<?> attribute : tag.attributes()) {
                if (attribute.isRequired() && list.get(attribute).isEmpty()) {
                    throw new IllegalArgumentException(tag.tagName() + " needs " + attribute.name());
                }
            }
            return factory.apply(inOrder ? list.canonical(tag.attributes()) : list);
        }
    }
}
