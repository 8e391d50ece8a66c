package dev.hemstitch.ads.internal.xml;

/**
 * Characters between tags, CDATA sections and references resolved.
 *
 * @param text the characters
 */
public record XmlText(String text) implements XmlNode {}
