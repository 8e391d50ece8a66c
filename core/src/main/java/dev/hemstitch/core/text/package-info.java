/**
 * The lexical layer of RFC 8216bis, sections 4.1 and 4.2: where text came from, attribute lists and their values.
 *
 * <p>Values here are views of the playlist's own bytes and are decoded when asked for. This room knows no tag; it
 * imports only the hot room. An example:
 *
 * <pre>{@code
 * AttributeList attributes = AttributeList.parse("METHOD=AES-128,URI=\"k.bin\"");
 * attributes.find("URI").map(AttributeValue::text); // k.bin
 * attributes.toBuilder().set(Attribute.hexadecimalSequence("IV"), "0x01").build().toString();
 * // METHOD=AES-128,URI="k.bin",IV=0x01
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.text;

import org.jspecify.annotations.NullMarked;
