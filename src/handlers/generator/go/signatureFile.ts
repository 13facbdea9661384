export const signatureFile = (packageName: string): string => `package ${packageName}

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
)

var signaturePattern = regexp.MustCompile("^sha256=([0-9a-f]{64})$")

// isSigned reports whether the secret gives the signature of a body, in its raw bytes. Bitbucket
// sends it as X-Hub-Signature: "sha256=" and an HMAC-SHA256 in hex. It sends no X-Hub-Signature-256.
func isSigned(body []byte, header string, secret []byte) bool {
	match := signaturePattern.FindStringSubmatch(header)
	if match == nil {
		return false
	}
	signature, err := hex.DecodeString(match[1])
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	// Compares in constant time.
	return hmac.Equal(signature, mac.Sum(nil))
}
`;
