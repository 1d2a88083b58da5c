import '@vaadin/polymer-legacy-adapter/style-modules.js';
import '@vaadin/button/src/vaadin-button.js';
import '@vaadin/tooltip/src/vaadin-tooltip.js';
import 'Frontend/generated/jar-resources/disableOnClickFunctions.js';
import '@vaadin/dialog/src/vaadin-dialog.js';
import 'Frontend/generated/jar-resources/flow-component-renderer.js';
import '@vaadin/text-field/src/vaadin-text-field.js';
import '@vaadin/context-menu/src/vaadin-context-menu.js';
import 'Frontend/generated/jar-resources/contextMenuConnector.js';
import 'Frontend/generated/jar-resources/contextMenuTargetConnector.js';
import '@vaadin/notification/src/vaadin-notification.js';
import '@vaadin/common-frontend/ConnectionIndicator.js';
import '@vaadin/vaadin-lumo-styles/color-global.js';
import '@vaadin/vaadin-lumo-styles/typography-global.js';
import '@vaadin/vaadin-lumo-styles/sizing.js';
import '@vaadin/vaadin-lumo-styles/spacing.js';
import '@vaadin/vaadin-lumo-styles/style.js';
import '@vaadin/vaadin-lumo-styles/vaadin-iconset.js';
import 'Frontend/generated/jar-resources/ReactRouterOutletElement.tsx';

const loadOnDemand = (key) => {
  const pending = [];
  if (key === '78ce0ec83462962fcf3f917017e14947903dafda54de2aa29b8ae7cc39176b6c') {
    pending.push(import('./chunks/chunk-1901b7bfb056777210c362db6c1621dbe350d9acfdcf150d38a731a410e3f91b.js'));
  }
  if (key === '54e6e5e553e6be3ccfd29fc9c9f9d98501a59b04554bfee77e01c894e4487524') {
    pending.push(import('./chunks/chunk-795b229cb7b68b28a7ec212458ec46332f26a362f3203969ccb8ebb4e8f32740.js'));
  }
  if (key === 'cfa0a02c948f0cdd01b81851c2b6bd3b44839136358d7512fbaf6aafa00f8fbb') {
    pending.push(import('./chunks/chunk-5d74049e158326b358e822ffd60f207bcd347cb75bab3d7421b845ec96cc8643.js'));
  }
  if (key === 'ddda024ee1f40d6c03cc0b110e21c41ba985fb6c7dc4674bef939ccac68e8e69') {
    pending.push(import('./chunks/chunk-be86e748da22e8ed353445248177032c833184eb03d4508bee2ca4b4d31e419d.js'));
  }
  if (key === '5ffda578adc65e6f30ce6040f78c88c047669d528346f0634c6842a53b05127f') {
    pending.push(import('./chunks/chunk-0f5ef0bd785a12e2fdba2d781795c561c76a4aed51aa08e1dfe0ebd55da0c7d3.js'));
  }
  if (key === 'fb7f3b14b19034a6204fda0535fff89a5a9458d7361a84054593b2e0c8838321') {
    pending.push(import('./chunks/chunk-a3462e68a7323d29276267babf4076da24f82a8af66527b504717d05e0e8618f.js'));
  }
  if (key === 'b1af777c4158f397963d9a75cf5c21f3442bd161b4d4259c299f3c70214a4a25') {
    pending.push(import('./chunks/chunk-49d557f9a28c915c166f2252c6700be97e49b60ab365e6437c3b0087ef6ebce2.js'));
  }
  if (key === '9ef999e977397f104ff6d2fc58acc1ae7675bb3196d45975b05e2154822c8c74') {
    pending.push(import('./chunks/chunk-795b229cb7b68b28a7ec212458ec46332f26a362f3203969ccb8ebb4e8f32740.js'));
  }
  if (key === '81a1328e9c4ab3b14ffd33ec18d9f44d165a253871c048aa6af6527b27b7e9e8') {
    pending.push(import('./chunks/chunk-bacb97db9ade42ee289cc656164758d43a94417f713f64893538c9aca1e828ad.js'));
  }
  if (key === 'b6c29ddd26f1ccf3b5133949572470cde9bc4fff1b9baa2257e2c0de60653fa3') {
    pending.push(import('./chunks/chunk-3eec68f014143866339221bd4fed2a1cfd070e82b355824671a51c1c4087ad0b.js'));
  }
  if (key === '8ec1096478b42e96472b29d7907d214af86407a7e19a2affa158fa2a089d913a') {
    pending.push(import('./chunks/chunk-4126552f70f8efb541a3fbc947cf6320fdf70084a0dfa88d29a959e437e5909c.js'));
  }
  return Promise.all(pending);
}

window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};
window.Vaadin.Flow.loadOnDemand = loadOnDemand;
window.Vaadin.Flow.resetFocus = () => {
 let ae=document.activeElement;
 while(ae&&ae.shadowRoot) ae = ae.shadowRoot.activeElement;
 return !ae || ae.blur() || ae.focus() || true;
}