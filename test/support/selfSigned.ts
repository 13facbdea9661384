/**
 * A certificate for localhost and 127.0.0.1 that nobody has vouched for, valid until 2126. Its key is public by being
 * here, and good for nothing but tests. Made with `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1
 * -nodes -days 36500 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
export const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3LnComXvW/7EU4T7
cBkMcreGat/F2A+K3hDUPT9lMqqhRANCAAQREpb09opqMQMCHt22o1eYoR/UipZp
fXCsF5thXuVm+F1+gjwdByD7TrWp3PQFPxifbOABw9ING/CPCFLFdd4I
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUfddNN1YYdZNo6BxfoYhFx07yFiIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE3NDUwN1oYDzIxMjYxMDMw
MTc0NTA3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQREpb09opqMQMCHt22o1eYoR/UipZpfXCsF5thXuVm+F1+gjwdByD7
TrWp3PQFPxifbOABw9ING/CPCFLFdd4Io28wbTAdBgNVHQ4EFgQUea7te/yiYquX
56pCHpOWI9Mh4T4wHwYDVR0jBBgwFoAUea7te/yiYquX56pCHpOWI9Mh4T4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAO/JXCX8HW0HqXESRke+m5yS/A1rfxpV2Qn+2MoO1nicAiEA
k7mqNIlXjAD8OfWtdZdvyQLK9JGCiuUUDH+y1mFsEis=
-----END CERTIFICATE-----`,
};
