import React, { useEffect, useState } from 'react';
import { Alert, Button, Flex, LoadingSpinner, Text, hubspot } from '@hubspot/ui-extensions';

// Where Tandem answers, and the tenant's name in its configuration; see docs/embedding.md.
const TANDEM = 'https://tandem.example.com/embed/in/hub';

hubspot.extend(({ context, actions }) => <TandemCard context={context} actions={actions} />);

const TandemCard = ({ context, actions }) => {
  const [answer, setAnswer] = useState(null);
  const [problem, setProblem] = useState('');

  // Each answer carries a token for minutes, so opening asks again.
  const ask = async (slate) => {
    const properties = await actions.fetchCrmObjectProperties(['dealname', 'dealstage']);
    const response = await hubspot.fetch(TANDEM, {
      method: 'POST',
      timeout: 10000,
      body: { deal: String(context.crm.objectId), name: properties.dealname, stage: properties.dealstage, slate },
    });
    const said = await response.json();
    if (!response.ok) throw new Error(said.detail ?? 'Tandem refused this deal.');
    return said;
  };

  useEffect(() => {
    ask(true).then(setAnswer).catch((error) => setProblem(error.message || 'Tandem does not answer.'));
  }, [context.crm.objectId]);

  const open = () =>
    ask(false)
      .then(({ url }) => actions.openIframeModal({ uri: url, height: 800, width: 900, title: 'Tandem' }))
      .catch((error) => setProblem(error.message || 'Tandem does not answer.'));

  if (problem) return <Alert title="Tandem" variant="warning">{problem}</Alert>;
  if (!answer) return <LoadingSpinner label="Looking for content" showLabel />;
  return (
    <Flex direction="column" gap="small">
      {answer.slate.items.map((item) => (
        <Flex direction="column" key={item.asset}>
          <Text format={{ fontWeight: 'bold' }}>{item.title}</Text>
          <Text variant="microcopy">{item.reasons.join(' · ')}</Text>
        </Flex>
      ))}
      {answer.slate.items.length === 0 && <Text>Nothing fits yet.</Text>}
      <Button variant="primary" onClick={open}>Open Tandem</Button>
    </Flex>
  );
};
