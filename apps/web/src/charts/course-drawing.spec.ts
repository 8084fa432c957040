import { drawCourse, type CourseDay } from './course-drawing';

const BOX = { width: 104, height: 108, left: 0, bottom: 0 };
const day = (asOf: string, score: number | null, [low, high] = [40, 60], factorSet = 'one'): CourseDay => ({
  asOf,
  score,
  low: low ?? 0,
  high: high ?? 100,
  factorSet,
});

describe('a drawn course', () => {
  it('goes from the first to the last day, and up with the score', () => {
    const { line, end } = drawCourse([day('2020-01-01', 0), day('2020-01-11', 100)], BOX);
    expect(line).toBe('M0 104L100 4');
    expect(end).toEqual({ x: 100, y: 4 });
  });

  it('has a gap where there was no score, and no band before anything was known', () => {
    const days = [
      day('2020-01-01', null, [0, 100]),
      day('2020-01-03', 50),
      day('2020-01-05', null),
      day('2020-01-07', 50),
      day('2020-01-11', 50),
    ];
    const { line, band } = drawCourse(days, BOX);
    expect(line).toBe('M20 54M60 54L100 54');
    expect(band).toMatch(/^M20 44L.*L20 64Z$/);
  });

  it('marks years, and where the method changed', () => {
    const { years, breaks } = drawCourse(
      [day('2019-12-31', 50), day('2020-02-01', 50), day('2021-01-01', 50, [0, 9], 'two')],
      BOX,
    );
    expect(years.map(({ label }) => label)).toEqual(['2020', '2021']);
    expect(breaks).toEqual([{ x: 100, factorSet: 'two' }]);
  });

  it('is empty where there is nothing', () => {
    expect(drawCourse([], BOX)).toMatchObject({ line: '', band: '', end: null, years: [] });
    expect(drawCourse([day('2020-01-01', null, [0, 100])], BOX)).toMatchObject({ line: '', band: '' });
  });
});
