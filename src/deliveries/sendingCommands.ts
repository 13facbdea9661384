/** The commands of the build that sends; all other commands are there in every host. */
export const sendingCommands = [
  ...['sendTestDelivery', 'sendEditorText', 'sendSeveral', 'sendAgain', 'sendAsRetry', 'sendWithWrongSignature'],
  ...['sendWithoutSignature', 'openDeliveryRequest', 'openDeliveryAnswer', 'compareDeliveries', 'copyAsCurl'],
  ...['saveDelivery', 'removeDelivery', 'clearDeliveries', 'setSecret', 'generateSecret', 'copySecret', 'forgetSecret'],
];
